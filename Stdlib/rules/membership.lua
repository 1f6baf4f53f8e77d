-- Numbers of the regulations on membership. Each entry: name, value, from, to (days, both included), source.
return {
  {
    name = "probation_months", value = 12, from = "2011-11-01",
    source = "Điều lệ Đảng, Điều 5; Quy định 24-QĐ/TW ngày 30/7/2021, mục 4",
  },
  {
    name = "graduate_retention_months", value = 12, from = "2016-09-20",
    source = "Hướng dẫn 01-HD/TW ngày 20/9/2016, mục 10.2; Hướng dẫn 01-HD/TW ngày 28/9/2021",
  },
  {
    name = "review_working_days", value = 30, from = "2016-07-25",
    source = "Quy định 29-QĐ/TW ngày 25/7/2016; Quy định 24-QĐ/TW ngày 30/7/2021, mục 4",
  },
}
