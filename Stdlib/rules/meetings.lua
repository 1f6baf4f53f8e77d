-- Meetings of branches (R-11, R-22).
return {
  {
    name = "thematic_meetings_per_year", value = 4, from = "2018-07-06",
    source = "Hướng dẫn 12-HD/BTCTW ngày 06/7/2018: sinh hoạt chuyên đề mỗi quý ít nhất một lần",
    note = "kiến thức chung, chưa đối chiếu; kế hoạch của đơn vị có thể giao số khác",
  },
  {
    name = "regular_meetings_per_year", value = 12, from = "2011-01-19",
    source = "Điều lệ Đảng năm 2011, Điều 24: chi bộ họp thường lệ mỗi tháng một lần",
  },
  {
    name = "supervision_visits", value = 1, from = "2011-01-19",
    source = "Kế hoạch của cấp ủy (phân công cấp ủy viên dự sinh hoạt chi bộ)",
    note = "số lần dự trong kỳ là mức của phần mềm; đơn vị đặt số của mình",
  },
  {
    name = "off_day_tolerance_days", value = 0, from = "2011-01-19",
    source = "Quy định của tỉnh ủy về ngày sinh hoạt định kỳ (ví dụ 784-QĐ/TU)",
    note = "mức của phần mềm: họp đúng ngày định kỳ",
  },
}
