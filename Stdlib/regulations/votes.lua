--- Votes on an admission, and who may introduce somebody (R-32, R-34).
local base = require "regulations.base"

local votes = {}

--- Whether a vote passes: at least two thirds of all official members, not of those present (R-34).
--- Options: numerator, denominator.
function votes.passes(yes, official, options)
  local n = base.numbers(options, base.day(), { numerator = "vote_numerator", denominator = "vote_denominator" })
  if yes == nil or official == nil then return unknown "chưa có kết quả biểu quyết" end
  if yes < 0 or yes > official then
    error(("phiếu tán thành từ 0 đến %d \u{2060}/ votes are from 0 to %d"):format(official, official), 2)
  end
  if official == 0 then return not_applicable "chi bộ không có đảng viên chính thức" end
  local needed = (n.numerator * official + n.denominator - 1) // n.denominator
  return n.denominator * yes >= n.numerator * official, ("%d/%d, cần %d"):format(yes, official, needed)
end

--- The day from which somebody may introduce a candidate (R-32): official by then, and twelve months in the same unit.
--- Option: months.
function votes.introducer_from(official_on, same_unit_since, options)
  local n = base.numbers(options, base.day(), { months = "introducer_same_unit_months" })
  return base.later(
    base.known(official_on, "người giới thiệu chưa là đảng viên chính thức"),
    base.known(same_unit_since, "chưa biết cùng đơn vị từ ngày nào") + date.months(n.months))
end

--- Whether somebody may introduce a candidate on a day (R-32).
function votes.may_introduce(official_on, same_unit_since, on, options)
  if official_on == nil then return false, "chưa là đảng viên chính thức" end
  local from = votes.introducer_from(official_on, same_unit_since, options)
  return base.day(on) >= from, ("được giới thiệu từ %s"):format(from)
end

return votes
