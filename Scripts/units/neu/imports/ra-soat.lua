-- The result of the screening campaign, a row a branch; who was looked at is no part of it.
local import = require "import"

return import.define {
  id = "ra-soat", title = "Rà soát, sàng lọc", into = "campaign", sheet = 1,
  columns = {
    { "Loại đợt", "kind", required = true },
    { "Tên đợt", "name", required = true },
    { "Chi bộ", "unit", import.by_name, required = true },
    { "Ngày hoàn thành", "done_on", import.date "dd/mm/yyyy" },
    { "Số đảng viên / Đã rà soát", "reviewed_count" },
    { "Số đảng viên / Cần xem xét", "flagged_count" },
  },
}
