-- Yearly assessments of members that people enter.
local import = require "import"

return import.define {
  id = "danh-gia-dang-vien", title = "Đánh giá đảng viên", into = "assessment", sheet = 1,
  key = { "member", "topic", "year" },
  columns = {
    { "Năm", "year", required = true },
    { "Số CCCD", "member", import.by_name, required = true },
    { "Nội dung đánh giá", "topic", required = true },
    { "Kết quả", "result" },
  },
}
