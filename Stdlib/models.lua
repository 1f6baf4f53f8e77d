--- Model branches: "bốn tốt" (R-18) and "năm tốt" (R-17), as sets of criteria that a unit fills in.
local host = ...
local base = require "regulations.base"
local criteria = require "criteria"
local ratings = require "regulations.ratings"

local models = {}

local scope = host.scope

local function year() return scope().period.year end

--- Whether enough members meet a criterion: the share of those who do is at least so many per cent. What is not known
--- of somebody decides only where it could (R-17).
function models.members_meet(branch, check, at_least)
  local met, open, all = 0, 0, 0
  for member in branch.members do
    local answer = check(member)
    if type(answer) == "table" and answer.answer == "not_applicable" then goto next end
    all = all + 1
    if answer == true then met = met + 1 elseif answer ~= false then open = open + 1 end
    ::next::
  end
  if all == 0 then return not_applicable "không có đảng viên để xét" end
  local bound, text_of = percent(at_least), ("%d/%d đảng viên đạt"):format(met, all)
  if share(met, all) >= bound then return true, text_of end
  if share(met + open, all) >= bound then return unknown(text_of .. (", %d chưa biết"):format(open)), text_of end
  return false, text_of
end

-- R-18 ---------------------------------------------------------------------------------------------------------------

local indicators = {}

--- The branch's rating is at least good.
function indicators.political(branch)
  local rating = branch:rating(year())
  if rating == nil then return unknown(("chưa xếp loại chi bộ năm %d"):format(year())) end
  return ratings.at_least(rating.level, "good"), text.label("rating.level", rating.level)
end

--- Enough thematic meetings, and enough members came.
function indicators.meeting(branch)
  local rules = host.rules_on(base.day(nil, branch))
  local held, message = branch:thematic_standing(scope().period, { pro_rata = true })
  if held == false then return false, message end
  local attended = branch:attendance_share(scope().period)
  return attended >= percent(rules.four_good_attendance_percent), ("%s, tham dự %s"):format(message, attended)
end

--- No discipline in the year, of the branch or of its members.
function indicators.discipline(branch)
  local count = 0
  local function add(record)
    for discipline in record.disciplines do
      if discipline.date ~= nil and discipline.date.year == year() then count = count + 1 end
    end
  end
  add(branch)
  for member in branch.members do add(member) end
  return count == 0, ("%d kỷ luật trong năm"):format(count)
end

--- More than so many per cent of the rated members are at least good.
function indicators.members(branch)
  local rules = host.rules_on(base.day(nil, branch))
  local part = branch:members_at_least("good", year())
  return part > percent(rules.four_good_members_percent), ("%s đảng viên hoàn thành tốt trở lên"):format(part)
end

local function allow(options, known)
  base.numbers(options, nil, {}, known)
  return options
end

local head = { "id", "title", "every", "params", "basis", "scope", "needs" }

local function definition(options, rules)
  local made = { subject = "branch", rules = rules, result = criteria.all() }
  for _, key in ipairs(head) do made[key] = options[key] end
  made.every = made.every or "year"
  return criteria.define(made)
end

local function known_options(more)
  local known = table.move(head, 1, #head, 1, {})
  return table.move(more, 1, #more, #known + 1, known)
end

--- "Chi bộ bốn tốt" (R-18): reached when all four are; one that is not known leaves the whole unknown unless another
--- fails. Options: id, title, every, params, basis, scope, needs; political, meeting, discipline, members: own checks
--- in place of the usual indicators.
function models.four_good(options)
  local o = allow(options, known_options { "political", "meeting", "discipline", "members" })
  local titles = {
    political = "Hoàn thành tốt nhiệm vụ chính trị", meeting = "Chất lượng sinh hoạt tốt",
    discipline = "Đoàn kết, kỷ luật tốt", members = "Cán bộ, đảng viên tốt",
  }
  local rules = {}
  for position, id in ipairs { "political", "meeting", "discipline", "members" } do
    rules[position] = criteria.rule {
      id = id, title = titles[id], check = o[id] or indicators[id],
      missing_is = not o[id] and id ~= "political" and "none" or nil,
    }
  end
  return definition(o, rules)
end

-- R-17 ---------------------------------------------------------------------------------------------------------------

local function member_rule(id, title, check, at_least)
  return criteria.rule { id = id, title = title, check = function(branch)
    return models.members_meet(branch, check, at_least(branch))
  end }
end

local function threshold_of(options)
  return function(branch)
    return options.threshold or host.rules_on(base.day(nil, branch)).model_member_percent
  end
end

--- "Chi bộ năm tốt" (R-17): two criteria of the branch (C1, C2), two of its members (C3, C4), one of its type
--- (by_type), and the branch's own extras beside them. A member criterion passes when enough members meet it
--- (`threshold`, per cent). A type without its criterion is an error of the script. Options: id, title, every,
--- params, basis, scope, needs, C1, C2, C3, C4, by_type, extras, threshold.
function models.five_good(options)
  local o = allow(options, known_options { "C1", "C2", "C3", "C4", "by_type", "extras", "threshold" })
  local at_least = threshold_of(o)
  local rules = {
    criteria.rule { id = "C1", title = "Tiêu chí 1", check = o.C1 },
    criteria.rule { id = "C2", title = "Tiêu chí 2", check = o.C2 },
    member_rule("C3", "Tiêu chí 3 (đảng viên)", o.C3, at_least),
    member_rule("C4", "Tiêu chí 4 (đảng viên)", o.C4, at_least),
    criteria.rule { id = "C5", title = "Tiêu chí 5 (theo loại hình)", check = function(branch)
      local check = (o.by_type or {})[branch.type]
      if check == nil then
        error(("thiếu tiêu chí loại hình '%s' \u{2060}/ there is no criterion for the type '%s'")
          :format(tostring(branch.type), tostring(branch.type)), 0)
      end
      return models.members_meet(branch, check, at_least(branch))
    end },
  }
  -- Extras stand beside the five and never in their place.
  for _, extra in ipairs(o.extras or {}) do rules[#rules + 1] = extra end
  return definition(o, rules)
end

return models
