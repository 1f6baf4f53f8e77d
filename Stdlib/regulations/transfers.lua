--- The clocks of a transfer, its notice, and how long a temporary one may be (R-06, R-07).
local host = ...
local base = require "regulations.base"

local transfers = {}

--- The last day of the procedure: 60 working days after the decision's effect or the change of residence (R-06a).
--- Options: working_days, holidays.
function transfers.procedure_deadline(effective_on, options)
  local n = base.numbers(options, base.day(), { working_days = "transfer_procedure_working_days" }, { "holidays" })
  local start = base.known(effective_on, "chưa có ngày quyết định có hiệu lực")
  return host.add_working_days(start, n.working_days, n.holidays)
end

--- The last day on which the letter is shown to the receiving committee: 30 working days after its issue (R-06b).
--- Options: working_days, holidays.
function transfers.presentation_deadline(issued_on, options)
  local n = base.numbers(options, base.day(), { working_days = "transfer_presentation_working_days" }, { "holidays" })
  local start = base.known(issued_on, "chưa có ngày cấp giấy giới thiệu")
  return host.add_working_days(start, n.working_days, n.holidays)
end

--- Whether a temporary transfer may last from a day to another: 3 to less than 12 months; for study 3 months to 2 years
--- (R-06). Options: study, min_months, below_months, study_max_months.
function transfers.temporary_allowed(from, to, options)
  local n = base.numbers(options, base.day(), {
    min_months = "temporary_transfer_min_months", below_months = "temporary_transfer_below_months",
    study_max_months = "temporary_study_max_months",
  }, { "study" })
  if to < from + date.months(n.min_months) then return false, ("dưới %d tháng"):format(n.min_months) end
  if n.study then
    if to > from + date.months(n.study_max_months) then return false, ("quá %d tháng"):format(n.study_max_months) end
  elseif to >= from + date.months(n.below_months) then
    return false, ("từ %d tháng trở lên: chuyển chính thức"):format(n.below_months)
  end
  return true, ""
end

--- Whether a notice is missing: issued, no notice, and more than so many days ago (R-07). Option: days.
function transfers.notice_missing(issued_on, notified_on, on, options)
  local day = base.day(on)
  local n = base.numbers(options, day, { days = "transfer_notice_days" }, { "on" })
  if issued_on == nil or notified_on ~= nil then return false, "" end
  local waited = day - issued_on
  return waited > n.days, ("cấp giấy %s, %d ngày chưa có thông báo"):format(issued_on, waited)
end

return transfers
