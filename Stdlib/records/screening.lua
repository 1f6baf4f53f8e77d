--- Suggestions for a screening, with their evidence: a person decides (R-28).
local base = require "regulations.base"

local member = {}

local function add(list, category, reason, on)
  list[#list + 1] = { category = category, reason = reason, on = on }
end

local function by_rating(self, day, list)
  local latest
  for rating in self.ratings do
    local counts = rating.level ~= nil and rating.quarter == nil and rating.year <= day.year
    if counts and (latest == nil or rating.year > latest.year) then latest = rating end
  end
  if latest == nil or latest.level ~= "not_completed" then return end
  local before = self:rating(latest.year - 1)
  local reason = ("không hoàn thành nhiệm vụ năm %d"):format(latest.year)
  if before ~= nil and before.level == "not_completed" then
    reason = ("không hoàn thành nhiệm vụ hai năm liền %d, %d"):format(latest.year - 1, latest.year)
  end
  add(list, "A", reason, date(("%d-12-31"):format(latest.year)))
end

local function by_transfer(self, day, list, file_days)
  for transfer in self.transfers do
    local late, why = transfer:is_overdue(day)
    if late == true then add(list, "B", why, transfer:deadline()) end
    local lacking, file_why = transfer:file_missing(day, { days = file_days })
    if lacking == true then add(list, "C", file_why, transfer.issued_on) end
  end
end

local function by_discipline(self, day, list)
  for discipline in self.disciplines do
    local on, last = discipline.date, discipline.expires_on
    local in_force = on ~= nil and on <= day and (last == nil or last >= day)
    if discipline.legal and on ~= nil and on <= day then
      add(list, "D", "vi phạm pháp luật", on)
    elseif in_force then
      add(list, "D", text.label("discipline.form", base.known(discipline.form, "kỷ luật chưa ghi hình thức")), on)
    end
  end
end

-- Only people say so; no script infers it.
local function by_people(self, day, list)
  for case in self.screening_cases do
    if case.category.not_exemplary and (case.opened_on == nil or case.opened_on <= day) then
      add(list, "E", "thiếu gương mẫu (người có thẩm quyền ghi)", case.opened_on)
    end
  end
end

--- What speaks for looking at a member in a screening (R-28): a list of { category, reason, on }, A to E, in this
--- order; empty where nothing does. It is no verdict. Option: file_days.
function member.screening_suggestions(self, on, options)
  local day, given = base.arguments(on, options)
  day = base.day(day, self)
  local n = base.numbers(given, day, { file_days = "file_received_days" }, { "on" })
  local list = {}
  by_rating(self, day, list)
  by_transfer(self, day, list, n.file_days)
  by_discipline(self, day, list)
  by_people(self, day, list)
  table.sort(list, function(left, right) return left.category < right.category end)
  return list
end

return { member = member }
