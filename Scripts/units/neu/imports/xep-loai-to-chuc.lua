-- Yearly ratings of organisations.
local import = require "import"

return import.define {
  id = "xep-loai-to-chuc", title = "Xếp loại tổ chức đảng", into = "rating", sheet = 1, key = { "unit", "year" },
  columns = {
    { "Năm", "year", required = true },
    { "Tổ chức đảng", "unit", import.by_name, required = true },
    { "Xếp loại / Tự nhận", "self_level" },
    { "Xếp loại / Đề nghị", "proposed_level" },
    { "Xếp loại / Quyết định", "level", required = true },
    { "Ghi chú", "not_rated_reason" },
  },
}
