-- Every 10 January at half past seven: the report on the year before.
local schedule = require "schedule"

return schedule.define {
  id = "nam-ket-qua", title = "Báo cáo kết quả kế hoạch năm",
  on = { cron = "30 7 10 1 *" },
  catch_up = { window = "30d", max = 1 },
  run = function(run)
    local year = tostring(run.date.year - 1)
    return run:report("ket-qua-ke-hoach-nam", { period = year, formats = { "html", "xlsx" } })
  end,
}
