-- Ratings and model branches: R-09, R-12, R-15, R-16, R-17, R-18.
local made = require "lib.made"
local metrics = require "metrics"

local rows, join, meetings = made.rows, made.join, made.meetings
local rated_members, four_dates = made.rated_members, made.four_dates

describe("R-09 tỷ lệ xếp loại", function()
  local function measure(counts, options)
    local people, ratings = rated_members("CB1", 2023, counts)
    local data = fixture { branches = { { id = "CB1", type = "faculty" } }, members = people, ratings = ratings }
    local part
    given(data, { period = 2023 }, function() part = metrics.rating_share(options or { subject = "member" })() end)
    return part
  end

  it("trên 90 % so bằng số nguyên", function()
    expect(measure { good = 90, completed = 10 } > percent(90)).is(false)
    expect(measure { good = 91, completed = 9 } > percent(90)).is(true)
    expect(measure { good = 45, completed = 5 } > percent(90)).is(false)
    local part = measure { excellent = 21, good = 160, completed = 20 }
    expect(part > percent(90)).is(true)
    expect(tostring(part)).is "90,05 %"
  end)

  it("không xếp loại thì không tính; không có ai thì không áp dụng", function()
    expect(measure { good = 9, completed = 1, not_rated = 5 }.whole).is(10)
    expect(measure { not_rated = 3 }.whole).is(0)
    expect(measure({ good = 9 }, { subject = "branch" }).whole).is(0)
    expect(function() measure({ good = 9 }, { subject = "mber" }) end).fails_with "subject"
  end)
end)

describe("R-12 trần xuất sắc của tổ chức cơ sở đảng", function()
  it("tính cả các chi bộ bên dưới, không tính theo chi bộ", function()
    local one, first = rated_members("CB1", 2022, { good = 20, excellent = 5 })
    local two, second = rated_members("CB2", 2022, { good = 17, excellent = 3 })
    local data = fixture {
      units = {
        { id = "ĐU", name = "Đảng ủy", kind = "grassroots_committee" },
        { id = "CB1", kind = "branch", parent = "ĐU" }, { id = "CB2", kind = "branch", parent = "ĐU" },
      },
      members = join(one, two), ratings = join(first, second),
    }
    given(data, { period = 2022 }, function()
      local school = units:find "ĐU"
      local cap = school:excellent_cap(2022)
      expect(cap.cap).is(7)
      expect(cap.excess).is(1)
      expect(school:excellent_cap(2022, { base = "good_or_better" }).excess).is(0)
      expect(function() units:find "CB1":excellent_cap(2022) end).fails_with "tổ chức cơ sở đảng"
    end)
  end)
end)

describe("R-15 điều kiện chi bộ kiểu mẫu", function()
  local function eligible(levels, counts, options)
    local people, ratings = rated_members("CB1", 2021, counts)
    for year, level in pairs(levels) do
      ratings[#ratings + 1] = { unit = "CB1", year = year, level = level }
    end
    local data = fixture { branches = { { id = "CB1", type = "faculty" } }, members = people, ratings = ratings }
    local answer, message
    given(data, { period = 2021 }, function() answer, message = branches[1]:model_eligible(options) end)
    return type(answer) == "table" and answer.answer or answer, message
  end
  local three = { [2019] = "good", [2020] = "excellent", [2021] = "good" }

  it("ba năm tốt, 22/22 đảng viên hoàn thành", function()
    expect((eligible(three, { good = 20, completed = 2 }))).is(true)
  end)

  it("một đảng viên không xếp loại: vẫn đủ, có ghi chú", function()
    local answer, message = eligible(three, { good = 21, not_rated = 1 })
    expect(answer).is(true)
    expect(message).is "1 đảng viên không xếp loại"
  end)

  it("thiếu xếp loại 2019 thì chưa biết; một năm không tốt thì không", function()
    expect((eligible({ [2020] = "excellent", [2021] = "good" }, { good = 22 }))).is "unknown"
    expect((eligible({ [2020] = "completed", [2021] = "good" }, { good = 22 }))).is(false)
    expect((eligible({ [2020] = "excellent", [2021] = "good" }, { good = 22 }, { years = 2 }))).is(true)
  end)

  it("một đảng viên không hoàn thành; ý kiến của người", function()
    expect((eligible(three, { good = 21, not_completed = 1 }))).is(false)
    expect((eligible(three, { good = 22 }, { human = { leadership = false } }))).is(false)
    expect((eligible(three, { good = 22 }, { human = { leadership = unknown "chưa họp" } }))).is "unknown"
    expect((eligible(three, { good = 22 }, { human = { leadership = true } }))).is(true)
  end)
end)

describe("R-16 lộ trình 2025", function()
  local function shares(recognised_count, options)
    local units = rows(30, function(i) return { id = ("CB%02d"):format(i), type = "faculty" } end)
    local data = fixture {
      branches = units,
      ratings = rows(30, function(i)
        return { unit = units[i].id, year = 2025, level = i <= 27 and "good" or "completed" }
      end),
      registrations = rows(recognised_count, function(i)
        return { unit = units[i].id, model = "five_good", year = 2025, ["recognised.year"] = 2025 }
      end),
    }
    local good, part, message
    given(data, { period = 2025 }, function()
      good = metrics.rating_share { subject = "branch", at_least = "good" }()
      part, message = metrics.recognised_share(options)()
    end)
    return good, part, message
  end

  it("27/30 là 90 % đạt; 6 chi bộ phụ thuộc mẫu số; 7 chi bộ đạt cả hai", function()
    local good, part, message = shares(6, { denominator = "all", above = 20 })
    expect(good >= percent(90)).is(true)
    expect(part > percent(20)).is(false)
    expect(message).is "trên tổng số: 20 %; trên số hoàn thành tốt: 22,22 %; phụ thuộc mẫu số"
    local _, of_good = shares(6, { denominator = "good" })
    expect(of_good > percent(20)).is(true)
    local _, seven, seven_message = shares(7, { denominator = "all", above = 20 })
    expect(seven > percent(20)).is(true)
    expect(tostring(seven)).is "23,33 %"
    expect(seven_message:find("phụ thuộc", 1, true)).is_nil()
  end)
end)

describe("R-17 năm tốt", function()
  local function verdict(type, counts)
    local people, ratings = rated_members("CB1", 2023, counts)
    local data = fixture { branches = { { id = "CB1", type = type } }, members = people, ratings = ratings }
    return evaluate("nam-tot", data, { period = 2023 }):of "CB1"
  end

  it("C5 19/20 với ngưỡng 90 thì đạt", function()
    local v = verdict("faculty", { good = 19, completed = 1 })
    expect(v.rules.C5.answer).is "met"
    expect(v.rules.C5.message).is "19/20 đảng viên đạt"
    expect(v.answer).is "met"
  end)

  it("ngưỡng 100 thì không đạt; người chưa biết chỉ quyết định khi có thể", function()
    local models = require "models"
    local people, ratings = rated_members("CB1", 2023, { good = 19, completed = 1 })
    people[21] = { id = "M-x", branch = "CB1", activity = "active" }
    given(fixture { branches = { { id = "CB1", type = "faculty" } }, members = people, ratings = ratings },
      { period = 2023 }, function()
        local function check(member)
          local rating = member:rating(2023)
          if rating == nil then return unknown "chưa xếp loại" end
          return rating:at_least "good"
        end
        expect((models.members_meet(branches[1], check, 100))).is(false)
        expect((models.members_meet(branches[1], check, 90))).is(true)
        expect(models.members_meet(branches[1], check, 95).answer).is "unknown"
      end)
  end)

  it("loại hình không có tiêu chí riêng là lỗi", function()
    local v = verdict("office", { good = 20 })
    expect(v.rules.C5.answer).is "error"
    expect(v.answer).is "error"
  end)
end)

describe("R-18 bốn tốt", function()
  local function verdict(change)
    local people, ratings = rated_members("CB1", 2023, { good = 21, completed = 1 })
    ratings[#ratings + 1] = { unit = "CB1", year = 2023, level = "good" }
    local all = meetings("CB1", four_dates)
    for _, meeting in ipairs(all) do meeting.required_count, meeting.present_count = 100, 91 end
    local tables = {
      branches = { { id = "CB1", type = "faculty", established_on = "2010-01-01" } }, members = people,
      ratings = ratings, meetings = all,
    }
    if change then change(tables) end
    return evaluate("bon-tot", fixture(tables), { period = 2023 }):of "CB1"
  end

  it("đạt cả bốn", function() expect(verdict().answer).is "met" end)

  it("chưa điểm danh thì chưa biết", function()
    local v = verdict(function(t) t.meetings[1].present_count = nil end)
    expect(v.rules.meeting.answer).is "unknown"
    expect(v.answer).is "unknown"
  end)

  it("một tiêu chí không đạt thắng một tiêu chí chưa biết (§7)", function()
    local v = verdict(function(t)
      t.meetings[1].present_count = nil
      t.disciplines = { { member = t.members[1].id, form = "warning", date = "2023-05-01" } }
    end)
    expect(v.rules.discipline.answer).is "not_met"
    expect(v.rules.meeting.answer).is "unknown"
    expect(v.answer).is "not_met"
  end)

  it("chưa xếp loại thì chưa biết; ba buổi thì không đạt", function()
    expect(verdict(function(t) t.ratings[#t.ratings] = nil end).rules.political.answer).is "unknown"
    expect(verdict(function(t) t.meetings[4] = nil end).rules.meeting.answer).is "not_met"
  end)
end)
