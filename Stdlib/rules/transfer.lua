-- Transfers of party activity (R-06, R-07). The clocks are the same in 29, 24, 232 and 294-QĐ/TW, section 6.3.1.
local chain = {
  { from = "2016-07-25", to = "2021-07-29", document = "Quy định 29-QĐ/TW ngày 25/7/2016, mục 6.3.1" },
  { from = "2021-07-30", to = "2025-01-19", document = "Quy định 24-QĐ/TW ngày 30/7/2021, mục 6.3.1" },
  { from = "2025-01-20", to = "2025-06-30", document = "Quy định 232-QĐ/TW ngày 20/01/2025, mục 6.3.1" },
  { from = "2025-07-01", document = "Quy định 294-QĐ/TW ngày 26/5/2025, mục 6.3.1" },
}

local entries = {}
for _, link in ipairs(chain) do
  local function add(name, value)
    entries[#entries + 1] = { name = name, value = value, from = link.from, to = link.to, source = link.document }
  end
  add("transfer_procedure_working_days", 60)
  add("transfer_presentation_working_days", 30)
  add("temporary_transfer_min_months", 3)
  add("temporary_transfer_below_months", 12)
  add("temporary_study_max_months", 24)
end

entries[#entries + 1] = {
  name = "transfer_notice_days", value = 7, from = "2016-07-25",
  source = "Kế hoạch thực hiện Chỉ thị 28-CT/TW ngày 21/01/2019 (thông báo bằng văn bản cho nơi đến)",
  note = "số ngày là mức của phần mềm: văn bản không nêu",
}
entries[#entries + 1] = {
  name = "file_received_days", value = 30, from = "2016-07-25",
  source = "Chỉ thị 28-CT/TW ngày 21/01/2019 (đã chuyển sinh hoạt nhưng không nộp hồ sơ)",
  note = "số ngày là mức của phần mềm: văn bản không nêu",
}

return entries
