-- Numbers of the regulations on admission, probation and membership. Each entry: name, value, from, to (days, both
-- included), source, note.

-- Who says how the Charter is carried out, and since when; the numbers below are the same in all of them.
local charter = {
  { from = "2016-07-25", to = "2021-07-29", document = "Quy định 29-QĐ/TW ngày 25/7/2016" },
  { from = "2021-07-30", to = "2025-01-19", document = "Quy định 24-QĐ/TW ngày 30/7/2021" },
  { from = "2025-01-20", to = "2025-06-30", document = "Quy định 232-QĐ/TW ngày 20/01/2025" },
  {
    from = "2025-07-01", document = "Quy định 294-QĐ/TW ngày 26/5/2025",
    note = "chưa đối chiếu lại từng mục với 294-QĐ/TW",
  },
}

-- How the Secretariat guides it.
local guidance = {
  { from = "2016-09-20", to = "2021-09-27", document = "Hướng dẫn 01-HD/TW ngày 20/9/2016" },
  { from = "2021-09-28", to = "2025-06-08", document = "Hướng dẫn 01-HD/TW ngày 28/9/2021" },
  {
    from = "2025-06-09", document = "Hướng dẫn 06-HD/TW ngày 09/6/2025",
    note = "chưa đối chiếu lại từng mục với 06-HD/TW",
  },
}

local entries = {}

local function add(chain, name, value, section, note)
  for _, link in ipairs(chain) do
    entries[#entries + 1] = {
      name = name, value = value, from = link.from, to = link.to,
      source = link.document .. (section and ", " .. section or ""), note = note or link.note,
    }
  end
end

-- R-01: from 18 to 60 years, counted in months.
add(charter, "admission_age_min_months", 216)
add(charter, "admission_age_max_months", 720, nil, "trên 60 tuổi: cấp ủy cấp trên trực tiếp xem xét")
add(charter, "admission_age_mode", "ignore_day", nil,
  "\"tính theo tháng\": không xét ngày; full_month là cách chặt hơn")

-- R-02, R-03
add(charter, "ceremony_working_days", 30, "mục 4.1")
add(charter, "probation_months", 12, "mục 4.2; Điều lệ Đảng, Điều 5")
add(charter, "review_working_days", 30, "mục 4.2")

-- R-05
add(guidance, "graduate_retention_months", 12, "chuyển sinh hoạt đảng của đảng viên là sinh viên tốt nghiệp")
add(guidance, "graduate_retention_due_soon_days", 60, "nhắc trước", "mức nhắc của phần mềm, không phải của văn bản")

-- R-32
add(charter, "introducer_same_unit_months", 12, "Điều lệ Đảng, Điều 4")
add(charter, "introducers_needed", 2, "Điều lệ Đảng, Điều 4")

-- R-34: at least two thirds of all official members.
add(charter, "vote_numerator", 2, "Điều lệ Đảng, Điều 4 và Điều 5")
add(charter, "vote_denominator", 3, "Điều lệ Đảng, Điều 4 và Điều 5")

-- R-21
add(charter, "branch_min_official", 3, "Điều lệ Đảng, Điều 21", "kiến thức chung, chưa đối chiếu văn bản")

return entries
