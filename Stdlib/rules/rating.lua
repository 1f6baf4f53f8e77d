-- The yearly rating of organisations and members (R-09, R-12, R-13, R-14).
local of_2018 = "Quy định 132-QĐ/TW ngày 08/3/2018 và Hướng dẫn 21-HD/BTCTW ngày 18/10/2019"
local of_2023 = "Quy định 124-QĐ/TW ngày 04/10/2023 và Hướng dẫn 25-HD/BTCTW"
local of_2025 = "Quy định 366-QĐ/TW ngày 30/8/2025"
local unread = "lời văn của văn bản này chưa tìm thấy; lấy theo văn bản trước"

local entries = {}

--- One number through the three documents; a value that is not given is that of the document before.
local function add(name, first, second, third, notes)
  local last
  for i, link in ipairs {
    { "2018-03-08", "2023-10-03", of_2018, first }, { "2023-10-04", "2025-08-29", of_2023, second },
    { "2025-08-30", nil, of_2025, third },
  } do
    if link[4] ~= nil then last = link[4] end
    if last ~= nil then
      entries[#entries + 1] = {
        name = name, value = last, from = link[1], to = link[2], source = link[3], note = notes and notes[i],
      }
    end
  end
end

-- R-12: at most 20 % of those rated good, in each grassroots organisation.
add("excellent_cap_percent", 20, nil, nil, { nil, unread, unread })
add("excellent_cap_base", "good_only", nil, nil, {
  "\"không vượt quá 20% số đảng viên được xếp loại Hoàn thành tốt nhiệm vụ trong từng tổ chức cơ sở đảng\"",
  unread, unread,
})

-- R-13: the hundred-point scale of 2025.
add("score_bands", nil, nil, {
  { level = "excellent", from = 90, late_max = 0, beyond_min = 30 }, { level = "good", from = 70, late_max = 0 },
  { level = "completed", from = 50, late_max = 20, all_done = true }, { level = "not_completed", from = 0 },
}, { nil, nil, "dưới 50 điểm: theo lời văn của Nghị định 335/2025" })

-- R-14: who is rated.
add("rating_min_months", 6)
add("rating_new_member", "reviewed_not_rated", "not_reviewed", nil, { nil, nil, unread })
add("rating_sick_months", 3, nil, nil, { nil, nil, unread })
add("rating_sick_ceiling", "completed", nil, nil, { nil, nil, unread })

-- R-09: from which level a rating counts as good.
add("rating_good_from", "good")

return entries
