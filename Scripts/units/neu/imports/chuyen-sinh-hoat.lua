-- Transfers of membership.
local import = require "import"

return import.define {
  id = "chuyen-sinh-hoat", title = "Chuyển sinh hoạt đảng", into = "transfer", sheet = 1,
  columns = {
    { "Số CCCD", "member", import.by_name, required = true },
    { "Hình thức chuyển", "kind" },
    { "Lý do", "reason" },
    { "Ngày có hiệu lực", "cause_effective_on", import.date "dd/mm/yyyy" },
    { "Ngày cấp giấy", "issued_on", import.date "dd/mm/yyyy" },
    { "Nơi chuyển đến / Tổ chức đảng", "destination.unit" },
    { "Nơi chuyển đến / Cấp ủy cấp trên", "destination.upper_unit" },
    { "Nơi chuyển đến / Căn cứ", "destination.basis" },
    { "Thông báo / Số", "notice.no" },
    { "Thông báo / Ngày", "notice.on", import.date "dd/mm/yyyy" },
    { "Ngày nộp giấy", "presented_on", import.date "dd/mm/yyyy" },
    { "Ngày nhận hồ sơ", "file_received_on", import.date "dd/mm/yyyy" },
    { "Tình trạng", "state" },
  },
}
