-- Who has to have what: assignments, commitments, the link with the place of residence (R-29), classes (R-31), models
-- (R-15 to R-18).
return {
  {
    name = "assignment_not_required", value = { "exempt", "suspended" }, from = "2011-01-19",
    source = "Chỉ thị 28-CT/TW ngày 21/01/2019; Điều lệ Đảng, Điều 7 (miễn công tác và sinh hoạt)",
  },
  {
    name = "residence_link_not_required", value = { "exempt", "suspended" }, from = "2020-01-02",
    source = "Quy định 213-QĐ/TW ngày 02/01/2020; Hướng dẫn 33-HD/BTCTW ngày 30/10/2020, mục 1.1",
  },
  {
    name = "classes_per_year", value = 2, from = "2017-08-02",
    source = "Chương trình thực hiện Chỉ thị 14-CT/TU ngày 02/8/2017: mỗi loại lớp 2 lần/năm",
    note = "số của một đảng bộ; đơn vị đặt số của mình",
  },
  {
    name = "model_branch_years", value = 3, from = "2017-09-22",
    source = "Kết luận 18-KL/TW ngày 22/9/2017 và kế hoạch của đơn vị (\"nhiều năm\")",
    note = "\"nhiều năm\" hiểu là 3 năm: mức của phần mềm",
  },
  {
    name = "model_member_percent", value = 90, from = "2017-09-22",
    source = "Kế hoạch của đơn vị về chi bộ kiểu mẫu",
    note = "tỷ lệ đảng viên đạt một tiêu chí: mức của phần mềm",
  },
  {
    name = "four_good_attendance_percent", value = 80, from = "2017-09-22",
    source = "Kế hoạch của đơn vị về chi bộ bốn tốt", note = "mức của phần mềm: đơn vị đặt số của mình",
  },
  {
    name = "four_good_members_percent", value = 90, from = "2017-09-22",
    source = "Kế hoạch của đơn vị về chi bộ bốn tốt (trên 90 % đảng viên hoàn thành tốt nhiệm vụ trở lên)",
    note = "mức của phần mềm: đơn vị đặt số của mình",
  },
}
