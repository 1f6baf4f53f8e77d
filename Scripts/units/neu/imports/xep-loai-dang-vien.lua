-- Yearly ratings of members.
local import = require "import"

return import.define {
  id = "xep-loai-dang-vien", title = "Xếp loại đảng viên", into = "rating", sheet = 1, key = { "member", "year" },
  columns = {
    { "Năm", "year", required = true },
    { "Số CCCD", "member", import.by_name, required = true },
    { "Xếp loại / Tự nhận", "self_level" },
    { "Xếp loại / Đề nghị", "proposed_level" },
    { "Xếp loại / Quyết định", "level", required = true },
    { "Ghi chú", "not_rated_reason" },
  },
}
