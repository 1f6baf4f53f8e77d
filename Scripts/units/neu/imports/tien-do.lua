-- How far the tasks of plans are, as their leads report it.
local import = require "import"

return import.define {
  id = "tien-do", title = "Tiến độ nhiệm vụ", into = "progress", sheet = 1, key = { "plan", "task" },
  columns = {
    { "Kế hoạch", "plan", required = true },
    { "Nhiệm vụ / Mã", "task", required = true },
    { "Trạng thái", "state" },
    { "Tiến độ (%)", "percent" },
    { "Ngày hoàn thành", "done_on", import.date "dd/mm/yyyy" },
    { "Ngày ghi nhận", "recorded_on", import.date "dd/mm/yyyy" },
    { "Ghi chú", "note" },
  },
}
