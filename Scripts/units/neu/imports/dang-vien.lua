-- The roster of members.
local import = require "import"

return import.define {
  id = "dang-vien", title = "Danh sách đảng viên", into = "member", sheet = 1, key = { "national_id", "card_no" },
  complete = true,
  columns = {
    { "Họ và tên", "full_name", required = true },
    { "Giới tính", "sex" },
    { "Ngày sinh", "birth", import.date "dd/mm/yyyy" },
    { "Dân tộc", "ethnicity" },
    { "Quê quán", "hometown.text" },
    { "Số CCCD", "national_id", import.digits },
    { "Số lý lịch", "record_no" },
    { "Thẻ đảng viên / Số thẻ", "card_no", import.digits },
    { "Thẻ đảng viên / Ngày cấp", "card_issued", import.date "dd/mm/yyyy" },
    { "Thành phần", "category" },
    { "Trình độ chuyên môn", "qualification" },
    { "Lý luận chính trị", "political_theory" },
    { "Ngày tháng năm / QĐ kết nạp", "admission_decision_on", import.date "dd/mm/yyyy" },
    { "Ngày tháng năm / Kết nạp", "admitted_on", import.date "dd/mm/yyyy" },
    { "Ngày tháng năm / Chính thức", "official_on", import.date "dd/mm/yyyy" },
    { "Loại đảng viên", "grade" },
    { "Chức vụ đảng", "party_role" },
    { "Tình trạng sinh hoạt", "activity" },
    { "Mã sinh viên", "student.student_no" },
    { "Ngày tốt nghiệp", "student.graduated_on", import.date "dd/mm/yyyy" },
    { "Đoàn viên", "union_member" },
    { "Giới thiệu nơi cư trú", "residence_link.introduced_on", import.date "dd/mm/yyyy" },
    { "Chi bộ", "branch", import.by_name, required = true },
  },
}
