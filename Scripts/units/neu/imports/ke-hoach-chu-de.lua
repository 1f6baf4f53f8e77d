-- The branches' plans for the theme of the year.
local import = require "import"

return import.define {
  id = "ke-hoach-chu-de", title = "Kế hoạch theo chủ đề", into = "document", sheet = 1,
  key = { "unit", "purpose", "year" },
  columns = {
    { "Năm", "year", required = true },
    { "Chi bộ", "unit", import.by_name, required = true },
    { "Văn bản / Loại", "type" },
    { "Văn bản / Số", "number" },
    { "Văn bản / Cơ quan ban hành", "organ" },
    { "Văn bản / Ngày ban hành", "date", import.date "dd/mm/yyyy" },
    { "Trích yếu", "title" },
    { "Mục đích", "purpose" },
  },
}
