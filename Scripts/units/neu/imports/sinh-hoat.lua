-- Meetings of branches.
local import = require "import"

return import.define {
  id = "sinh-hoat", title = "Sinh hoạt chi bộ", into = "meeting", sheet = 1,
  columns = {
    { "Chi bộ", "branch", import.by_name, required = true },
    { "Ngày họp", "date", import.date "dd/mm/yyyy", required = true },
    { "Loại sinh hoạt", "kind", required = true },
    { "Nội dung", "topic" },
    { "Hình thức", "mode" },
    { "Số đảng viên / Phải dự", "required_count" },
    { "Số đảng viên / Có mặt", "present_count" },
    { "Có biên bản", "minutes" },
  },
}
