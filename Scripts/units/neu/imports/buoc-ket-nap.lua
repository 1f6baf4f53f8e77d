-- The steps that each candidate has taken.
local import = require "import"

return import.define {
  id = "buoc-ket-nap", title = "Các bước kết nạp", into = "stage", sheet = 1,
  columns = {
    { "Số CCCD", "candidate", import.by_name, required = true },
    { "Giai đoạn", "stage", required = true },
    { "Ngày", "on", import.date "dd/mm/yyyy" },
    { "Ghi chú", "note", optional = true },
  },
}
