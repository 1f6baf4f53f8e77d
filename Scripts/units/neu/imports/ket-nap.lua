-- Admissions decided by this committee.
local import = require "import"

return import.define {
  id = "ket-nap", title = "Kết nạp đảng viên", into = "admission", sheet = 1,
  columns = {
    { "Họ và tên", "full_name", required = true },
    { "Số CCCD", "member", import.by_name },
    { "Ngày sinh", "birth", import.date "dd/mm/yyyy" },
    { "Giới tính", "sex" },
    { "Nhóm đối tượng", "group" },
    { "Chi bộ", "branch", import.by_name, required = true },
    { "Quyết định kết nạp / Số", "decision_no" },
    { "Quyết định kết nạp / Ngày", "decision_on", import.date "dd/mm/yyyy" },
    { "Lễ kết nạp", "admitted_on", import.date "dd/mm/yyyy", required = true },
    { "Kết nạp lại", "readmission" },
  },
}
