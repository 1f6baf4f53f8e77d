--- Graduates who stay with the school's branch for a while (R-05).
local base = require "regulations.base"

local retention = {}

--- How long a graduate may stay: `state` ok, due_soon or overdue, `limit`, `days_left`, `days_over` (R-05).
--- Options: months, due_soon_days.
function retention.of(graduated_on, on, options)
  local day = base.day(on)
  local n = base.numbers(options, day, {
    months = "graduate_retention_months", due_soon_days = "graduate_retention_due_soon_days",
  }, { "on" })
  local limit = base.known(graduated_on, "chưa có ngày tốt nghiệp") + date.months(n.months)
  local left = limit - day
  local state = left < 0 and "overdue" or left <= n.due_soon_days and "due_soon" or "ok"
  return { state = state, limit = limit, days_left = math.max(0, left), days_over = math.max(0, -left) }
end

return retention
