-- Party age badges (R-04).
local years = { 30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90 }
local batches = { { month = 2, day = 3 }, { month = 5, day = 19 }, { month = 9, day = 2 }, { month = 11, day = 7 } }
local early = { { up_to = 65, months = 12 }, { up_to = 90, months = 24 } }

local entries = {}
local function add(from, to, document, note)
  for name, value in pairs { badge_years = years, badge_batches = batches, badge_early_months = early } do
    entries[#entries + 1] = { name = name, value = value, from = from, to = to, source = document, note = note }
  end
end

add("2016-09-20", "2021-09-27", "Hướng dẫn 01-HD/TW ngày 20/9/2016", "chưa đối chiếu; lấy theo 01-HD/TW ngày 28/9/2021")
add("2021-09-28", "2025-06-08", "Hướng dẫn 01-HD/TW ngày 28/9/2021", nil)
add("2025-06-09", nil, "Hướng dẫn 06-HD/TW ngày 09/6/2025", "chưa đối chiếu lại với 06-HD/TW")

return entries
