-- People on the list of those who may be admitted.
local import = require "import"

return import.define {
  id = "nguon-ket-nap", title = "Nguồn kết nạp", into = "candidate", sheet = 1, key = { "national_id" },
  columns = {
    { "Họ và tên", "full_name", required = true },
    { "Ngày sinh", "birth", import.date "dd/mm/yyyy" },
    { "Giới tính", "sex" },
    { "Số CCCD", "national_id", import.digits },
    { "Nhóm đối tượng", "group" },
    { "Năm thứ", "year_of_study" },
    { "Chi bộ", "branch", import.by_name, required = true },
    { "Giới thiệu / Tổ chức", "nominated_by" },
    { "Giới thiệu / Ngày", "nominated_on", import.date "dd/mm/yyyy" },
    { "Giai đoạn", "stage" },
  },
}
