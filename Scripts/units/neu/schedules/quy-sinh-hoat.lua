-- After each quarter: thematic meetings of the year so far.
local schedule = require "schedule"

return schedule.define {
  id = "quy-sinh-hoat", title = "Theo dõi sinh hoạt chuyên đề hằng quý",
  on = { every = "quarter", day = 5, at = "07:30" },
  catch_up = { window = "7d", max = 1 }, overlap = "skip", timeout = "5m", retry = { times = 3, backoff = "1m" },
  run = function(run)
    local year = tostring(run.period:previous().year)
    return run:report("sinh-hoat-chuyen-de", { period = year })
  end,
}
