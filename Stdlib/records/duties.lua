--- What members have to have: an assignment, a commitment, a link with where they live; and dues (R-27, R-29).
local base = require "regulations.base"
local dues = require "regulations.dues"

local member = {}

-- Who has no recorded state of activity takes part: the exempt and the suspended are recorded.
local function in_list(value, list)
  for _, entry in ipairs(list) do
    if entry == value then return true end
  end
  return false
end

--- Whether a member has to have an assignment: not those who are exempt or suspended (R-29). Option: except.
function member.needs_assignment(self, options)
  local n = base.numbers(options, base.day(nil, self), { except = "assignment_not_required" })
  return not in_list(self.activity, n.except)
end

--- Whether a member has an assignment that is valid on a day (R-29).
function member.has_assignment(self, on)
  local day = base.day(on, self)
  for assignment in self.assignments do
    local from, to = assignment.from, assignment.to
    if (from == nil or from <= day) and (to == nil or to >= day) then return true end
  end
  return false
end

--- Whether a member has signed the commitment of a year (R-29).
function member.has_commitment(self, year)
  for commitment in self.commitments do
    if commitment.year == year and commitment.signed_on ~= nil then return true end
  end
  return false
end

--- Whether a member has to be introduced where he lives (R-29, Quy định 213-QĐ/TW). Option: except.
function member.needs_residence_link(self, options)
  local n = base.numbers(options, base.day(nil, self), { except = "residence_link_not_required" })
  if in_list(self.activity, n.except) then return false end
  return self.residence_link.exempt_kind ~= "exempt_introduce"
end

--- Whether a member has been introduced where he lives (R-29).
function member.has_residence_link(self, on)
  local introduced = self.residence_link.introduced_on
  return introduced ~= nil and introduced <= base.day(on, self)
end

--- Whether the place of residence has to say something of a member each year: not of those who are introduced but
--- exempt from attending, such as students who live away (R-29).
function member.needs_residence_note(self, options)
  return member.needs_residence_link(self, options)
    and self.residence_link.exempt_kind ~= "introduced_exempt_attend"
end

--- Whether the yearly comment of the place of residence has come (R-29).
function member.has_residence_note(self, year)
  for note in self.residence_notes do
    if note.year == year and note.received_on ~= nil then return true end
  end
  return false
end

-- R-27 ---------------------------------------------------------------------------------------------------------------

--- The dues of a month in đồng, and what has to be known beside the rate (R-27). Options: amount (salary or pension),
--- social_pension, hardship, reduction, reduction_months.
function member.dues_of_month(self, month, options)
  local facts = { basis = base.known(self.dues_basis, "chưa ghi đối tượng đóng đảng phí"), month = month }
  for key, value in pairs(options or {}) do facts[key] = value end
  if self.grade == "official" and self.admission_decision_on ~= nil then facts.party_years = self:party_age(month) end
  return dues.of_month(facts)
end

local function owes(record)
  if record.exempt then return false end
  return (record.paid or 0) < base.known(record.due, "có tháng chưa ghi số phải đóng")
end

--- What is said of a member's unpaid months (R-27): "flag", "warning" or "none", a message, and the months. A month
--- that is not over yet owes nothing. Options: months, on.
function member.dues_arrears(self, options)
  base.only(options, { "on", "months" })
  local day = base.day(options and options.on, self)
  if self.activity == "temp_out" then return "none", "đóng đảng phí nơi sinh hoạt tạm thời", {} end
  local unpaid = {}
  for record in self.dues do
    local month = base.known(record.month, "có dòng đảng phí chưa ghi tháng"):latest()
    if month <= day and owes(record) then unpaid[#unpaid + 1] = month end
  end
  local word, message = dues.arrears(unpaid, { months = options and options.months })
  return word, message, unpaid
end

return { member = member }
