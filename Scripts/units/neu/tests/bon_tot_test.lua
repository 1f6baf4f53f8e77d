-- "Chi bộ bốn tốt": each of the four criteria met, not met and unknown.

local function meetings(count, present)
  local list = {}
  for month = 1, count do
    list[month] = {
      branch = "CB1", kind = "thematic", date = ("2023-%02d-05"):format(month), required_count = 20,
      present_count = present or 19,
    }
  end
  return list
end

--- A branch that is good in all four; `change` alters its records before they are judged.
local function judged(change, options)
  local records = {
    branches = { { id = "CB1", name = "Chi bộ Khoa Toán", type = "faculty" } },
    members = {},
    meetings = meetings(4),
    ratings = { { unit = "CB1", year = 2023, level = "good" } },
    assessments = { { unit = "CB1", topic = "discipline", year = 2023, result = "positive" } },
  }
  for i = 1, 22 do
    local member = ("M-%03d"):format(i)
    records.members[i] = { id = member, branch = "CB1", grade = "official" }
    records.ratings[i + 1] = { member = member, year = 2023, level = i <= 21 and "good" or "completed" }
  end
  if change then change(records) end
  return evaluate("chi-bo-bon-tot", fixture(records), options or { period = 2023 }):of "CB1"
end

describe("chi bộ bốn tốt", function()
  it("đạt cả bốn", function() expect(judged().answer).is "met" end)

  it("xếp loại chỉ hoàn thành thì chưa đạt", function()
    local verdict = judged(function(records) records.ratings[1].level = "completed" end)
    expect(verdict.rules["chinh-tri"].answer).is "not_met"
    expect(verdict.answer).is "not_met"
  end)

  it("chưa xếp loại thì chưa rõ", function()
    local verdict = judged(function(records) records.ratings[1].year = 2022 end)
    expect(verdict.rules["chinh-tri"].answer).is "unknown"
    expect(verdict.answer).is "unknown"
  end)

  it("cần bốn buổi chuyên đề", function()
    local verdict = judged(function(records) records.meetings = meetings(3) end)
    expect(verdict.rules["sinh-hoat"].answer).is "not_met"
    expect(verdict.rules["sinh-hoat"].message).is "3/4 buổi chuyên đề, tham dự 95 %"
  end)

  it("tham dự ít thì chưa đạt", function()
    local verdict = judged(function(records) records.meetings = meetings(4, 15) end)
    expect(verdict.rules["sinh-hoat"].answer).is "not_met"
  end)

  it("chưa có điểm danh thì chưa rõ", function()
    local verdict = judged(function(records) records.meetings[1].present_count = nil end)
    expect(verdict.rules["sinh-hoat"].answer).is "unknown"
  end)

  it("kỷ luật chưa tốt thì chưa đạt, chưa đánh giá thì chưa rõ", function()
    local negative = judged(function(records) records.assessments[1].result = "negative" end)
    expect(negative.rules["doan-ket"].answer).is "not_met"
    local missing = judged(function(records) records.assessments = {} end)
    expect(missing.rules["doan-ket"].answer).is "unknown"
  end)

  it("đảng viên tốt phải trên 90 %", function()
    local verdict = judged(function(records) records.ratings[2].level = "completed" end)
    expect(verdict.rules["dang-vien"].message).is "90,91 %, cần trên 90 %"
    expect(verdict.rules["dang-vien"].answer).is "met"
    local two = judged(function(records)
      records.ratings[2].level = "completed"
      records.ratings[3].level = "completed"
    end)
    expect(two.rules["dang-vien"].answer).is "not_met"
  end)

  it("một điều chưa đạt quyết định, dù điều khác chưa rõ", function()
    local verdict = judged(function(records)
      records.meetings = meetings(1)
      records.assessments = {}
    end)
    expect(verdict.answer).is "not_met"
  end)

  it("ngưỡng là tham số", function()
    local verdict = judged(function(records) records.meetings = meetings(3) end,
      { period = 2023, params = { min_thematic = 3 } })
    expect(verdict.rules["sinh-hoat"].answer).is "met"
  end)
end)
