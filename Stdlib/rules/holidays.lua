-- Public holidays and swapped days of cadres, civil servants and public employees, a year an entry.
--
-- A day that is not listed has the rhythm of the week: Monday to Friday are worked. `off` is a holiday, or a day given
-- in its place; `worked` is a Saturday that is worked for another day. A year without an entry is not known, and a
-- count of working days that reaches it says so. A unit adds years, or single days without `year`, in its own
-- rules/holidays.lua.
--
-- The Labour Code says what the holidays are; which days of Tết, which second day of the National Day and which swaps
-- is announced year by year. A note says what was not looked up in the announcement itself.

local code_2012 = "Bộ luật Lao động 10/2012/QH13, Điều 115"
local code_2019 = "Bộ luật Lao động 45/2019/QH14, Điều 112"
local not_looked_up = "ngày nghỉ Tết theo lịch đã công bố; số công văn của Văn phòng Chính phủ chưa tra được"

local tet, hung_kings = "Tết Nguyên đán", "Giỗ Tổ Hùng Vương"

-- Rows of one kind: `off("tên", "2023-01-20", …)`.
local function rows(kind)
  return function(name, ...)
    local list = {}
    for position, date in ipairs { ... } do list[position] = { date = date, kind = kind, name = name } end
    return list
  end
end

local off, worked = rows "off", rows "worked"

-- The holidays with a fixed date, and the rest of the year's rows.
local function days(year, ...)
  local list = {}
  local fixed = {
    off("Tết Dương lịch", year .. "-01-01"), off("Ngày Chiến thắng", year .. "-04-30"),
    off("Ngày Quốc tế lao động", year .. "-05-01"), off("Quốc khánh", year .. "-09-02"),
  }
  for _, group in ipairs { fixed, { ... } } do
    for _, part in ipairs(group) do table.move(part, 1, #part, #list + 1, list) end
  end
  return list
end

return {
  {
    year = 2017, source = code_2012, note = not_looked_up,
    days = days(2017,
      off("Nghỉ bù Tết Dương lịch", "2017-01-02"),
      off(tet, "2017-01-26", "2017-01-27", "2017-01-28", "2017-01-29", "2017-01-30", "2017-01-31", "2017-02-01"),
      off(hung_kings, "2017-04-06"), off("Nghỉ bù Ngày Chiến thắng", "2017-05-02"),
      off("Nghỉ bù Quốc khánh", "2017-09-04")),
  },
  {
    year = 2018, source = code_2012 .. "; Công văn 6519/VPCP-KGVX ngày 11/7/2018 (31/12/2018)", note = not_looked_up,
    days = days(2018,
      off(tet, "2018-02-14", "2018-02-15", "2018-02-16", "2018-02-17", "2018-02-18", "2018-02-19", "2018-02-20"),
      off(hung_kings, "2018-04-25"), off("Nghỉ bù Quốc khánh", "2018-09-03"),
      off("Nghỉ, làm bù ngày 05/01/2019", "2018-12-31")),
  },
  {
    year = 2019, source = code_2012 .. "; Công văn 6519/VPCP-KGVX ngày 11/7/2018",
    days = days(2019,
      worked("Làm bù ngày 31/12/2018", "2019-01-05"),
      off(tet, "2019-02-04", "2019-02-05", "2019-02-06", "2019-02-07", "2019-02-08"),
      off(hung_kings, "2019-04-14"), off("Nghỉ bù Giỗ Tổ Hùng Vương", "2019-04-15"),
      off("Nghỉ, làm bù ngày 04/5/2019", "2019-04-29"), worked("Làm bù ngày 29/4/2019", "2019-05-04")),
  },
  {
    year = 2020, source = code_2012, note = not_looked_up,
    days = days(2020,
      off(tet, "2020-01-23", "2020-01-24", "2020-01-25", "2020-01-26", "2020-01-27", "2020-01-28", "2020-01-29"),
      off(hung_kings, "2020-04-02")),
  },
  {
    year = 2021, source = code_2019, note = not_looked_up,
    days = days(2021,
      off(tet, "2021-02-10", "2021-02-11", "2021-02-12", "2021-02-13", "2021-02-14", "2021-02-15", "2021-02-16"),
      off(hung_kings, "2021-04-21"), off("Nghỉ bù Ngày Quốc tế lao động", "2021-05-03"),
      off("Quốc khánh (ngày liền kề)", "2021-09-03")),
  },
  {
    year = 2022, source = code_2019 .. "; Công văn 245/VPCP-KGVX ngày 11/01/2022",
    days = days(2022,
      off("Nghỉ bù Tết Dương lịch", "2022-01-03"),
      off(tet, "2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04"),
      off(hung_kings, "2022-04-10"), off("Nghỉ bù Giỗ Tổ Hùng Vương", "2022-04-11"),
      off("Nghỉ bù Ngày Chiến thắng", "2022-05-02"), off("Nghỉ bù Ngày Quốc tế lao động", "2022-05-03"),
      off("Quốc khánh (ngày liền kề)", "2022-09-01")),
  },
  {
    year = 2023, source = code_2019 .. "; Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Quý Mão",
    note = not_looked_up,
    days = days(2023,
      off("Nghỉ bù Tết Dương lịch", "2023-01-02"),
      off(tet, "2023-01-20", "2023-01-21", "2023-01-22", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26"),
      off(hung_kings, "2023-04-29"), off("Nghỉ bù Giỗ Tổ Hùng Vương", "2023-05-02"),
      off("Nghỉ bù Ngày Chiến thắng", "2023-05-03"), off("Quốc khánh (ngày liền kề)", "2023-09-01"),
      off("Nghỉ bù Quốc khánh", "2023-09-04")),
  },
  {
    year = 2024,
    source = code_2019 .. "; Công văn 8662/VPCP-KGVX ngày 03/11/2023; Công văn 2450/VPCP-KGVX ngày 12/4/2024",
    days = days(2024,
      off(tet, "2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14"),
      off(hung_kings, "2024-04-18"), off("Nghỉ, làm bù ngày 04/5/2024", "2024-04-29"),
      worked("Làm bù ngày 29/4/2024", "2024-05-04"), off("Quốc khánh (ngày liền kề)", "2024-09-03")),
  },
  {
    year = 2025,
    source = code_2019 .. "; Công văn 8726/VPCP-KGVX ngày 26/11/2024; Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024",
    days = days(2025,
      off(tet, "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-01"),
      off(hung_kings, "2025-04-07"), worked("Làm bù ngày 02/5/2025", "2025-04-26"),
      off("Nghỉ, làm bù ngày 26/4/2025", "2025-05-02"), off("Quốc khánh (ngày liền kề)", "2025-09-01")),
  },
  {
    year = 2026,
    source = code_2019 .. "; Công văn 12729/VPCP-KGVX ngày 25/12/2025 (Tết Dương lịch); Nghị quyết 80-NQ/TW "
      .. "ngày 07/01/2026 (24/11)",
    note = "lịch nghỉ Tết và Quốc khánh theo thông báo của Bộ Nội vụ, số chưa tra được; 24/11 theo chủ trương của "
      .. "Nghị quyết 80-NQ/TW, văn bản pháp luật chưa tra được",
    days = days(2026,
      off("Nghỉ, làm bù ngày 10/01/2026", "2026-01-02"), worked("Làm bù ngày 02/01/2026", "2026-01-10"),
      off(tet, "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
      off(hung_kings, "2026-04-26"), off("Nghỉ bù Giỗ Tổ Hùng Vương", "2026-04-27"),
      worked("Làm bù ngày 31/8/2026", "2026-08-22"), off("Nghỉ, làm bù ngày 22/8/2026", "2026-08-31"),
      off("Quốc khánh (ngày liền kề)", "2026-09-01"), off("Ngày Văn hóa Việt Nam", "2026-11-24")),
  },
}
