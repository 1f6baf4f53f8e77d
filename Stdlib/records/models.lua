--- Whether a branch can stand for a model (R-15).
local host = ...
local base = require "regulations.base"
local ratings = require "regulations.ratings"

local unit = {}

-- The ratings of the last years: false with a reason, unknown with a reason, or nil.
local function years_below(self, last, count)
  local missing
  for year = last - count + 1, last do
    local rating = self:rating(year)
    if rating == nil or rating.level == nil then
      missing = missing or ("chưa có xếp loại chi bộ năm %d"):format(year)
    elseif not ratings.at_least(rating.level, "good") then
      return false, ("năm %d: %s"):format(year, text.label("rating.level", rating.level))
    end
  end
  if missing then return unknown(missing), missing end
end

-- The members in the year that is looked at.
local function members_below(self, year)
  local counts = self:rating_counts(year)
  if counts.not_completed > 0 then return false, ("%d đảng viên không hoàn thành"):format(counts.not_completed) end
  if counts.missing > 0 then
    local why = ("%d đảng viên chưa có xếp loại năm %d"):format(counts.missing, year)
    return unknown(why), why
  end
  return nil, counts.not_rated > 0 and ("%d đảng viên không xếp loại"):format(counts.not_rated) or ""
end

local function people_say(human)
  for name, answer in pairs(human or {}) do
    if answer == false then return false, name .. ": không đạt" end
    if answer ~= true then return unknown(name .. ": chưa có ý kiến"), name end
  end
end

--- Whether a branch can stand for a model (R-15): its ratings of the last years at least good, every rated member of
--- the year at least completed, and what people say of it. true, false or unknown, and a message. Options: years,
--- year (the year whose members are looked at, and the last of the years), human (a table of answers that people
--- gave).
function unit.model_eligible(self, options)
  local day = base.day(nil, self)
  local n = base.numbers(options, day, { years = "model_branch_years" }, { "year", "human" })
  local year = n.year or host.scope().period.year
  local open, open_why
  local note = ""
  for _, check in ipairs {
    function() return years_below(self, year, n.years) end,
    function() return members_below(self, year) end,
    function() return people_say(n.human) end,
  } do
    local answer, why = check()
    if answer == false then return false, why end
    if answer ~= nil then open, open_why = open or answer, open_why or why elseif why and why ~= "" then note = why end
  end
  if open ~= nil then return open, open_why end
  return true, note
end

return { unit = unit }
