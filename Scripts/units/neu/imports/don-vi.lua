-- Committees and branches. Units above come before those below, or in any order: the file may name its own rows.
local import = require "import"

return import.define {
  id = "don-vi", title = "Tổ chức đảng", into = "unit", sheet = 1, key = { "short_code", "name" }, complete = true,
  columns = {
    { "Ký hiệu", "short_code", required = true },
    { "Tên tổ chức đảng", "name", required = true },
    { "Cấp tổ chức", "kind", required = true },
    { "Loại hình chi bộ", "type" },
    { "Trực thuộc", "parent", import.by_name },
    { "Ngày tháng năm / Thành lập", "established_on", import.date "dd/mm/yyyy" },
    { "Ngày tháng năm / Giải thể", "dissolved_on", import.date "dd/mm/yyyy" },
    { "Nhiệm kỳ / Từ ngày", "term_from", import.date "dd/mm/yyyy" },
    { "Nhiệm kỳ / Đến ngày", "term_to", import.date "dd/mm/yyyy" },
    { "Ngày sinh hoạt định kỳ", "meeting_day", optional = true },
  },
}
