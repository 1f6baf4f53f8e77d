-- The work that each member is assigned.
local import = require "import"

return import.define {
  id = "phan-cong", title = "Phân công công tác", into = "assignment", sheet = 1,
  columns = {
    { "Số CCCD", "member", import.by_name, required = true },
    { "Nội dung phân công", "task", required = true },
    { "Thời gian / Từ ngày", "from", import.date "dd/mm/yyyy" },
    { "Thời gian / Đến ngày", "to", import.date "dd/mm/yyyy" },
    { "Kết quả", "result" },
  },
}
