--- What branches and other units can be asked: meetings, merged or not, supervision, ratings of their members.
local host = ...
local base = require "regulations.base"
local meetings, structure = require "regulations.meetings", require "regulations.structure"
local ratings = require "regulations.ratings"

local unit = {}

-- R-11 ---------------------------------------------------------------------------------------------------------------

local function year_of(within) return math.type(within) == "integer" and within or within.year end

local function is_within(within, day)
  if math.type(within) == "integer" then return day.year == within end
  return within:contains(day)
end

local function thematic(self, within, minutes)
  local seen, count, quarters = {}, 0, { 0, 0, 0, 0 }
  for meeting in self.meetings { kind = "thematic" } do
    local day = base.known(meeting.date, "có buổi sinh hoạt chưa ghi ngày")
    if is_within(within, day) and (not minutes or meeting.minutes) then
      -- The same subject on the same day is one meeting, entered twice.
      local key = day:iso() .. " " .. text.key(meeting.topic or "")
      if not seen[key] then
        seen[key] = true
        count = count + 1
        local quarter = (day.month + 2) // 3
        quarters[quarter] = quarters[quarter] + 1
      end
    end
  end
  return count, quarters
end

--- How many thematic meetings a branch held in a year or a period; same day and subject counted once (R-11).
--- Option: minutes (true: only those with minutes).
function unit.thematic_meetings(self, within, options)
  local minutes = options and options.minutes
  return (thematic(self, within or host.scope().period, minutes))
end

--- How many thematic meetings a branch owes in a year, by the months in which it existed (R-11). Option: per_year.
function unit.thematic_required(self, year, options)
  return meetings.thematic_required(year_of(year), self.established_on, options)
end

--- Whether a branch existed the whole year (R-11): one created or dissolved in it is listed apart.
function unit.active_all_year(self, year)
  local established, dissolved = self.established_on, self.dissolved_on
  if established ~= nil and (established.year > year or established.year == year and
    (established.month > 1 or established.day > 1)) then
    return false
  end
  return dissolved == nil or dissolved.year > year
end

--- Whether a branch held its thematic meetings (R-11): true or false, a message, and { count, required, quarters }. Not
--- about a branch created in the year, unless `pro_rata` asks for its part. Options: per_year, minutes, each_quarter,
--- pro_rata.
function unit.thematic_standing(self, within, options)
  within = within or host.scope().period
  local year = year_of(within)
  local n = base.numbers(options, base.day(nil, self), { per_year = "thematic_meetings_per_year" },
    { "minutes", "each_quarter", "pro_rata" })
  local count, quarters = thematic(self, within, n.minutes)
  local required = n.per_year
  if not unit.active_all_year(self, year) then
    if not n.pro_rata then return not_applicable(("thành lập hoặc giải thể trong năm %d"):format(year)) end
    required = unit.thematic_required(self, year, { per_year = n.per_year })
  end
  local detail = { count = count, required = required, quarters = quarters }
  local message = ("%d/%d buổi sinh hoạt chuyên đề"):format(count, required)
  if count < required then return false, message, detail end
  if n.each_quarter then
    for quarter = 1, 4 do
      if quarters[quarter] == 0 then return false, message .. (", không có buổi nào quý %d"):format(quarter), detail end
    end
  end
  return true, message, detail
end

--- The share of those present of those who had to come, in a year or a period; unknown where nobody counted.
function unit.attendance_share(self, within)
  local present, required = 0, 0
  for meeting in self.meetings do
    if meeting.date ~= nil and is_within(within or host.scope().period, meeting.date) then
      present = present + base.known(meeting.present_count, "chưa ghi số có mặt")
      required = required + base.known(meeting.required_count, "chưa ghi số phải dự")
    end
  end
  return share(present, required)
end

--- The meetings that were not on the branch's day (S4-09): a list. Unknown where the branch has no day.
--- Option: tolerance_days.
function unit.off_day_meetings(self, within, options)
  local n = base.numbers(options, base.day(nil, self), { tolerance_days = "off_day_tolerance_days" })
  local wanted = base.known(self.meeting_day, "chi bộ chưa có ngày sinh hoạt định kỳ")
  return self.meetings:where(function(meeting)
    if meeting.kind ~= "regular" or meeting.date == nil then return false end
    if not is_within(within or host.scope().period, meeting.date) then return false end
    -- The 31st of a shorter month is its last day.
    local due = math.min(wanted, meeting.date:end_of_month().day)
    return math.abs(meeting.date.day - due) > n.tolerance_days
  end)
end

-- R-20, R-21 ---------------------------------------------------------------------------------------------------------

--- Whether a branch serves two administrative units or more (R-20).
function unit.is_merged(self) return #self.admin_units >= 2 end

--- How a merged branch can be split (R-21): a list of parts, one an administrative unit, each with `unit`, `official`,
--- `feasible`, `from`, and the day from which all are feasible. A member belongs to the unit whose name or code
--- stands in `employer_unit`. Option: min_official.
function unit.split(self, on, options)
  local day, given = base.arguments(on, options)
  day = base.day(day, self)
  if not unit.is_merged(self) then base.not_about "không phải chi bộ ghép" end
  local parts, by_name = {}, {}
  for part in self.admin_units do
    local entry = { unit = part, official = 0, probation_ends = {} }
    parts[#parts + 1] = entry
    by_name[text.key(part.name or "")] = entry
    if part.code then by_name[text.key(part.code)] = entry end
  end
  for member in self.members do
    local name = base.known(member.employer_unit, "có đảng viên chưa ghi đơn vị công tác")
    local part = by_name[text.key(name)]
    if not part then error(unknown(("đơn vị công tác '%s' không thuộc chi bộ này"):format(name)), 0) end
    if member.grade == "official" then
      part.official = part.official + 1
    elseif member.grade == "probationary" then
      part.probation_ends[#part.probation_ends + 1] = member:probation_end()
    end
  end
  local numbers = { on = day, min_official = given and given.min_official }
  local standings, all = structure.split(parts, numbers)
  for position, standing in ipairs(standings) do
    standing.unit, standing.official = parts[position].unit, parts[position].official
  end
  return standings, all
end

-- R-22 ---------------------------------------------------------------------------------------------------------------

--- Whether a committee member looks after the unit on a day; an assignment that has ended does not count (R-22).
function unit.is_supervised(self, on)
  local day = base.day(on, self)
  for supervision in self.supervisions do
    local from, to = supervision.from, supervision.to
    if (from == nil or from <= day) and (to == nil or to >= day) then return true end
  end
  return false
end

local supervision = {}

--- Whether a committee member came as often as he should (R-22): true or false, a message, and the count.
--- Option: visits.
function supervision.visits_standing(self, within, options)
  local n = base.numbers(options, base.day(nil, self), { visits = "supervision_visits" })
  local count = 0
  for visit in self.visits do
    if visit.on ~= nil and is_within(within or host.scope().period, visit.on) then count = count + 1 end
  end
  return count >= n.visits, ("%d/%d buổi dự"):format(count, n.visits), count
end

-- R-09, R-12 ---------------------------------------------------------------------------------------------------------

-- The unit and all below it.
local function each_below(self, body)
  body(self)
  for child in self.children do each_below(child, body) end
end

local function level_counts(self, year)
  local counts = { excellent = 0, good = 0, completed = 0, not_completed = 0, not_rated = 0, missing = 0 }
  each_below(self, function(below)
    for member in below.members do
      local rating = member:rating(year)
      local level = rating and rating.level or "missing"
      counts[level] = counts[level] + 1
    end
  end)
  return counts
end

--- How many members of a unit and of all below it have each level in a year; `missing` have no rating.
function unit.rating_counts(self, year) return level_counts(self, year_of(year or host.scope().period)) end

--- The share of a unit's rated members that have at least a level (R-09); those who are not rated are left out.
function unit.members_at_least(self, level, year)
  local counts = unit.rating_counts(self, year)
  local good, rated = 0, 0
  for name, count in pairs(counts) do
    if ratings.is_rated(name) then
      rated = rated + count
      if ratings.at_least(name, level) then good = good + count end
    end
  end
  return share(good, rated)
end

--- How many members of a grassroots organisation may be excellent in a year (R-12): `cap`, `excess`, `flag`.
--- Options: percent, base.
function unit.excellent_cap(self, year, options)
  if self.kind == "branch" then base.not_about "tính theo từng tổ chức cơ sở đảng, không theo chi bộ trực thuộc" end
  return ratings.excellent_cap(unit.rating_counts(self, year), options)
end

local rating = {}

--- Whether a rating is at least a level (R-09).
function rating.at_least(self, level) return ratings.at_least(self.level, level) end

--- Whether a rating counts in the denominator (R-09): everything but "not rated".
function rating.is_rated(self) return ratings.is_rated(self.level) end

--- The level that a rating's score stands for (R-13); unknown where a person decides. Facts: late, beyond, all_done.
function rating.level_of_score(self, facts, options)
  local given = { score = self.score }
  for key, value in pairs(facts or {}) do given[key] = value end
  return ratings.level_of_score(given, options)
end

return { unit = unit, supervision = supervision, rating = rating }
