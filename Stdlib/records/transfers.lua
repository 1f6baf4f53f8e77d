--- What a transfer can be asked: its clocks, its notice, its file (R-06, R-07, R-28).
local base = require "regulations.base"
local transfers = require "regulations.transfers"

local transfer = {}

--- The last day of the procedure (R-06a).
function transfer.procedure_deadline(self, options)
  return transfers.procedure_deadline(self.cause_effective_on, options)
end

--- The last day on which the letter is shown where the member goes (R-06b).
function transfer.presentation_deadline(self, options)
  return transfers.presentation_deadline(self.issued_on, options)
end

local outgoing = { official_out = true, temporary_out = true, internal = true, org_change = true }

--- The deadline of the clock that runs: of the letter once it is issued, of the procedure before (R-06).
function transfer.deadline(self, options)
  if self.issued_on ~= nil then return transfer.presentation_deadline(self, options) end
  return transfer.procedure_deadline(self, options)
end

--- Where a transfer stands (R-06): `state` closed, running, overdue or not_applicable, `clock` procedure or
--- presentation, `deadline`, `days_left`, `days_over`. A letter shown late stays overdue by the days it was late.
function transfer.standing(self, on, options)
  local day, given = base.arguments(on, options)
  day = base.day(day, self)
  base.only(given, { "on", "working_days", "holidays" })
  if not outgoing[self.kind] or self.state == "cancelled" then return { state = "not_applicable", days_over = 0 } end
  local deadline = transfer.deadline(self, given)
  local shown = self.presented_on
  if shown ~= nil and shown > day then shown = nil end
  local over = (shown or day) - deadline
  local state = over > 0 and "overdue" or (shown ~= nil or self.state == "closed") and "closed" or "running"
  if shown == nil and self.state == "closed" then state, over = "closed", 0 end
  return {
    state = state, clock = self.issued_on ~= nil and "presentation" or "procedure", deadline = deadline,
    days_left = math.max(0, -over), days_over = math.max(0, over),
  }
end

--- Whether a clock has run out and the transfer is still open (R-06): true, false or unknown, and a message.
function transfer.is_overdue(self, on, options)
  local standing = transfer.standing(self, on, options)
  if standing.state == "not_applicable" then return not_applicable "không phải chuyển đi" end
  if standing.state ~= "overdue" or self.presented_on ~= nil then return false, "" end
  return true, ("quá hạn %d ngày (hạn %s)"):format(standing.days_over, standing.deadline)
end

--- Whether the written notice to where the member goes is missing (R-07): true or false, and a message.
function transfer.notice_missing(self, on, options)
  local day, given = base.arguments(on, options)
  base.only(given, { "on", "days" })
  if self.kind ~= "official_out" or self.state == "cancelled" then return not_applicable "không phải chuyển đi" end
  return transfers.notice_missing(self.issued_on, self.notice.on, base.day(day, self), given)
end

--- Whether the file has not come so many days after the letter was issued (R-28 C). Option: days.
function transfer.file_missing(self, on, options)
  local day, given = base.arguments(on, options)
  day = base.day(day, self)
  local n = base.numbers(given, day, { days = "file_received_days" }, { "on" })
  if not outgoing[self.kind] or self.state == "cancelled" then return not_applicable "không phải chuyển đi" end
  if self.issued_on == nil or self.file_received_on ~= nil and self.file_received_on <= day then return false, "" end
  local waited = day - self.issued_on
  return waited > n.days, ("cấp giấy %s, %d ngày chưa nhận hồ sơ"):format(self.issued_on, waited)
end

--- Whether a temporary transfer lasts as long as it may (R-06): true, false, unknown or not applicable, and a message.
function transfer.temporary_allowed(self, options)
  if self.kind ~= "temporary_out" and self.kind ~= "temporary_in" then
    return not_applicable "không phải chuyển sinh hoạt tạm thời"
  end
  if self.issued_on == nil or self["until"] == nil then return unknown "chưa có thời hạn tạm thời" end
  local given = { study = self.reason == "study" }
  for key, value in pairs(options or {}) do given[key] = value end
  return transfers.temporary_allowed(self.issued_on, self["until"], given)
end

return { transfer = transfer }
