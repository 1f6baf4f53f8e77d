--- Ratings: who is rated, how a score becomes a level, how many may be excellent (R-12, R-13, R-14).
local host = ...
local base = require "regulations.base"

local ratings = {}

--- The levels from the best to the worst.
ratings.levels = host.read_only({ "excellent", "good", "completed", "not_completed" }, "levels")

local rank = { excellent = 1, good = 2, completed = 3, not_completed = 4 }

--- Whether a level is at least another: `at_least("excellent", "good")`. Not rated is no level.
function ratings.at_least(level, wanted)
  if rank[wanted] == nil then
    error(("không có mức '%s' \u{2060}/ there is no level '%s'"):format(tostring(wanted), tostring(wanted)), 2)
  end
  return rank[level] ~= nil and rank[level] <= rank[wanted]
end

--- Whether a level is in the denominator: everything but "not rated" (R-09, R-14).
function ratings.is_rated(level) return rank[level] ~= nil end

local function portion(count, percentage)
  local units, denominator = host.percent_parse(percentage)
  return count * units // (denominator * 100)
end

--- How many members may be excellent (R-12): `cap`, `excess`, `flag`. Counts: good, excellent, completed,
--- not_completed. Options: percent, base ("good_only", "good_or_better", "all_rated").
function ratings.excellent_cap(counts, options)
  base.only(counts, { "excellent", "good", "completed", "not_completed", "not_rated", "missing" })
  local n = base.numbers(options, base.day(), { percent = "excellent_cap_percent", base = "excellent_cap_base" })
  local good, excellent = counts.good or 0, counts.excellent or 0
  local bases = {
    good_only = good, good_or_better = good + excellent,
    all_rated = good + excellent + (counts.completed or 0) + (counts.not_completed or 0),
  }
  local whole = bases[n.base]
  if not whole then
    error("base: good_only, good_or_better, all_rated \u{2060}/ base is good_only, good_or_better or all_rated", 2)
  end
  local cap = portion(whole, n.percent)
  local flag
  if cap == 0 and whole > 0 then flag = "mức tối đa bằng 0: xin ý kiến cấp trên" end
  return { cap = cap, excess = math.max(0, excellent - cap), base = whole, flag = flag }
end

--- true, false, or nil where it is not known.
local function holds(value, check)
  if value == nil then return nil end
  return check(base.percentage(value))
end

local function all(...)
  local answer = true
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    if part == false then return false end
    if part == nil then answer = nil end
  end
  return answer
end

local function meets(band, facts)
  local late, beyond, done = true, true, true
  if band.late_max then late = holds(facts.late, function(v) return v <= percent(band.late_max) end) end
  if band.beyond_min then beyond = holds(facts.beyond, function(v) return v >= percent(band.beyond_min) end) end
  if band.all_done then done = facts.all_done end
  return all(late, beyond, done)
end

--- The level of a score (R-13): the highest band that the score reaches and whose conditions hold. Where only
--- `not_completed` would remain for a score that reaches more, or a condition is not known, the answer is unknown: a
--- person decides. Facts: score (0 to 100), late and beyond (shares or percentages of the tasks), all_done.
function ratings.level_of_score(facts, options)
  base.only(facts, { "score", "late", "beyond", "all_done" })
  local n = base.numbers(options, base.day(), { bands = "score_bands" })
  local score = base.percentage(base.known(facts.score, "chưa có điểm"))
  if score < percent(0) or score > percent(100) then
    error("điểm từ 0 đến 100 \u{2060}/ a score is from 0 to 100", 2)
  end
  local asked = { late = facts.late, beyond = facts.beyond, all_done = facts.all_done ~= false }
  local reached = false
  for _, band in ipairs(n.bands) do
    if score >= percent(band.from) then
      if band.level == "not_completed" and reached then
        return unknown "không mức nào đủ điều kiện: người có thẩm quyền xem xét"
      end
      reached = true
      local answer = meets(band, asked)
      if answer == nil then return unknown "chưa có tỷ lệ nhiệm vụ chậm hoặc vượt yêu cầu" end
      if answer then return band.level end
    end
  end
end

--- Whether a member is rated at a review (R-14): "rated", "reviewed_not_rated" or "not_reviewed", why, and the highest
--- level allowed. Facts: admitted_on, activity, sick_months. Options: on (the day of the review), min_months,
--- new_member, sick_months, sick_ceiling.
function ratings.standing(facts, options)
  local day = base.day(options and options.on)
  local n = base.numbers(options, day, {
    min_months = "rating_min_months", new_member = "rating_new_member", sick_months = "rating_sick_months",
    sick_ceiling = "rating_sick_ceiling",
  }, { "on" })
  base.only(facts, { "admitted_on", "activity", "sick_months", "maternity" })
  if facts.activity == "exempt" then return "not_reviewed", "được miễn công tác và sinh hoạt" end
  if facts.activity == "suspended" then return "not_reviewed", "bị đình chỉ sinh hoạt" end
  local admitted = base.known(facts.admitted_on, "chưa có ngày kết nạp")
  if base.whole_months(admitted, day) < n.min_months then
    return n.new_member, ("kết nạp %s, chưa đủ %d tháng"):format(admitted, n.min_months)
  end
  if (facts.sick_months or 0) >= n.sick_months then
    return "rated", ("nghỉ ốm %d tháng trong năm"):format(facts.sick_months), n.sick_ceiling
  end
  if facts.maternity then return "rated", "nghỉ thai sản: xếp loại theo thời gian công tác" end
  return "rated", ""
end

return ratings
