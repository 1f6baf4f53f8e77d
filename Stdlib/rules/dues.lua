-- Party dues (R-27).
local of_2010 = "Quy định 342-QĐ/TW ngày 28/12/2010; Công văn 141-CV/VPTW/nb ngày 17/3/2011"
local of_2026 = "Quy định 01-QĐ/TW ngày 03/02/2026"

local entries = {}
local function until_2026(name, value, note)
  entries[#entries + 1] = {
    name = name, value = value, from = "2011-01-01", to = "2026-01-31", source = of_2010, note = note,
  }
end
local function from_2026(name, value, note)
  entries[#entries + 1] = { name = name, value = value, from = "2026-02-01", source = of_2026, note = note }
end

until_2026("dues_insured_percent", "1")
until_2026("dues_pension_percent", "0.5")
until_2026("dues_student_amount", 3000, "mức 3.000 đ/tháng chưa kiểm chứng: cần đối chiếu văn bản")

from_2026("dues_insured_percent", "1", "tính trên tiền lương đóng bảo hiểm của tháng trước")
from_2026("dues_pension_percent", "0.5")
from_2026("dues_benefit_percent", "1", "trợ cấp ốm đau, thai sản")
from_2026("dues_student_amount", 5000)
from_2026("dues_exempt_party_years", 50)
from_2026("dues_reductions", { 30, 50, 70 })
from_2026("dues_reduction_max_months", 12)

-- Not a question of the rate: three months without dues in a year are looked at.
entries[#entries + 1] = {
  name = "dues_arrears_months", value = 3, from = "2011-01-01",
  source = "Điều lệ Đảng năm 2011, Điều 8: không đóng đảng phí ba tháng trong năm mà không có lý do chính đáng",
}

return entries
