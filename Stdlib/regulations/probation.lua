--- Admission and probation: the ceremony, the end of probation, the review (R-02, R-03).
local host = ...
local base = require "regulations.base"

local probation = {}

--- The last day of the admission ceremony: 30 working days after the decision was received (R-02).
--- Options: working_days, holidays (false: weeks alone).
function probation.ceremony_deadline(received_on, options)
  local n = base.numbers(options, base.day(), { working_days = "ceremony_working_days" }, { "holidays" })
  local received = base.known(received_on, "chưa có ngày nhận quyết định kết nạp")
  return host.add_working_days(received, n.working_days, n.holidays)
end

--- The end of probation, 12 months after the ceremony; not moved when it is a Sunday (R-03). Option: months.
function probation.ends(admitted_on, options)
  local n = base.numbers(options, base.day(), { months = "probation_months" }, { "working_days", "holidays" })
  return base.known(admitted_on, "chưa có ngày kết nạp") + date.months(n.months)
end

--- The last day on which the branch reviews the probationer: 30 working days after the end (R-03).
--- Options: months, working_days, holidays.
function probation.review_deadline(admitted_on, options)
  local n = base.numbers(options, base.day(), { working_days = "review_working_days" }, { "months", "holidays" })
  return host.add_working_days(probation.ends(admitted_on, options), n.working_days, n.holidays)
end

return probation
