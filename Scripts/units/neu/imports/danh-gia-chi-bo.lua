-- Yearly assessments of branches that people enter.
local import = require "import"

return import.define {
  id = "danh-gia-chi-bo", title = "Đánh giá chi bộ", into = "assessment", sheet = 1, key = { "unit", "topic", "year" },
  columns = {
    { "Năm", "year", required = true },
    { "Chi bộ", "unit", import.by_name, required = true },
    { "Nội dung đánh giá", "topic", required = true },
    { "Kết quả", "result" },
  },
}
