-- Rules that branches and units answer, and the measures over them: R-08 to R-12, R-15 to R-22, R-25, R-29 to R-31.
local metrics = require "metrics"
local r = require "regulations"

--- So many rows from a function.
local function rows(n, make)
  local list = {}
  for i = 1, n do list[i] = make(i) end
  return list
end

local function join(...)
  local list = {}
  for _, part in ipairs { ... } do table.move(part, 1, #part, #list + 1, list) end
  return list
end

local function meetings(branch, dates, kind)
  return rows(#dates, function(i)
    return { branch = branch, kind = kind or "thematic", date = dates[i], topic = "Chủ đề " .. i, minutes = true }
  end)
end

--- Members of a branch with levels of a year: { good = 20, completed = 2 }.
local function rated_members(branch, year, counts)
  local people, ratings = {}, {}
  for _, level in ipairs { "excellent", "good", "completed", "not_completed", "not_rated" } do
    for _ = 1, counts[level] or 0 do
      local id = ("M-%s-%d"):format(branch, #people + 1)
      people[#people + 1] = { id = id, branch = branch, grade = "official", activity = "active" }
      ratings[#ratings + 1] = { member = id, year = year, level = level }
    end
  end
  return people, ratings
end

local four_dates = { "2023-02-03", "2023-05-03", "2023-08-03", "2023-11-03" }

describe("R-08 danh sách theo quý", function()
  local function graduate(id, issued, unit)
    return {
      id = id, member = "M-1", kind = "official_out", reason = "graduation", issued_on = issued,
      ["destination.upper_unit"] = unit,
    }
  end
  local data = fixture {
    members = { { id = "M-1" } },
    transfers = {
      graduate("T-1", "2018-03-31", "Quận ủy A"), graduate("T-2", "2018-04-01", "Quận ủy A"),
      graduate("T-3", "2018-02-01", "Quận ủy B"), graduate("T-4", "2017-12-31", "Quận ủy B"),
      { id = "T-5", member = "M-1", kind = "official_out", reason = "retirement", issued_on = "2018-02-01" },
    },
  }

  it("31/03 thuộc quý I, 01/04 thuộc quý II; bỏ nhóm trống", function()
    given(data, { period = "2018-Q1", as_of = "2018-04-30" }, function()
      local groups = metrics.graduate_transfers {}()
      expect(#groups).is(2)
      expect(#groups["Quận ủy A"]).is(1)
      expect(groups["Quận ủy A"][1].id).is "T-1"
      expect(#groups["Quận ủy B"]).is(1)
    end)
    given(data, { period = "2018-Q2", as_of = "2018-06-30" }, function()
      local groups = metrics.graduate_transfers {}()
      expect(#groups).is(1)
      expect(groups["Quận ủy A"][1].id).is "T-2"
    end)
  end)

  it("nhập muộn thì vào phần bổ sung", function()
    given(data, { period = "2018-Q1", as_of = "2018-04-30" }, function()
      local _, late = metrics.graduate_transfers { listed = function(t) return t.id ~= "T-4" end }()
      expect(#late).is(1)
      expect(late["Quận ủy B"][1].id).is "T-4"
    end)
  end)
end)

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

describe("R-10 kết nạp", function()
  local data = fixture {
    members = rows(100, function(i) return { id = "M-" .. i } end),
    admissions = join(
      rows(99, function(i) return { member = "M-" .. i, decision_on = "2024-02-01", admitted_on = "2024-03-03" } end),
      { { member = "M-100", decision_on = "2023-12-28", admitted_on = "2024-01-05" } }),
  }

  it("theo lễ kết nạp hoặc theo quyết định", function()
    given(data, { period = 2024 }, function()
      expect(#metrics.admissions { basis = "ceremony" }()).is(100)
      expect(#metrics.admissions { basis = "decision" }()).is(99)
      expect(#metrics.admissions { basis = "decision", year = 2023 }()).is(1)
      expect(#metrics.admissions { from = "2023", to = "2025" }()).is(100)
    end)
  end)

  it("01/01 và 31/12 thuộc năm; kết nạp lại tính riêng", function()
    local edges = fixture {
      members = rows(3, function(i) return { id = "M-" .. i } end),
      admissions = {
        { member = "M-1", admitted_on = "2023-01-01" }, { member = "M-2", admitted_on = "2023-12-31" },
        { member = "M-3", admitted_on = "2023-06-01", readmission = true },
      },
    }
    given(edges, { period = 2023 }, function()
      local found, message = metrics.admissions {}()
      expect(#found).is(2)
      expect(message).is "kết nạp lại: 1"
    end)
  end)
end)

describe("R-11 sinh hoạt chuyên đề", function()
  local function branch(dates, options, fields, period_code)
    local unit = { id = "CB1", type = "faculty", established_on = "2010-01-01" }
    for key, value in pairs(fields or {}) do unit[key] = value end
    local answer, message, detail
    given(fixture { branches = { unit }, meetings = meetings("CB1", dates) }, { period = period_code or 2023 },
      function() answer, message, detail = branches[1]:thematic_standing(period, options) end)
    return answer, message, detail
  end

  it("bốn buổi; cùng ngày cùng chủ đề tính một", function()
    expect((branch(four_dates))).is(true)
    local data = fixture {
      branches = { { id = "CB1", type = "faculty" } },
      meetings = join(meetings("CB1", { "2023-02-03" }), meetings("CB1", { "2023-02-03" })),
    }
    given(data, { period = 2023 }, function() expect(branches[1]:thematic_meetings(2023)).is(1) end)
  end)

  it("bốn buổi đều trong tháng 12: đủ số, không đủ theo quý", function()
    local december = { "2023-12-01", "2023-12-08", "2023-12-15", "2023-12-22" }
    expect((branch(december))).is(true)
    local answer, message = branch(december, { each_quarter = true })
    expect(answer).is(false)
    expect(message).contains "quý 1"
  end)

  it("thành lập trong năm: để riêng, hoặc tính theo tháng", function()
    local fields = { established_on = "2023-07-15" }
    expect(branch({ "2023-09-01", "2023-11-01" }, nil, fields).answer).is "not_applicable"
    local answer, _, detail = branch({ "2023-09-01", "2023-11-01" }, { pro_rata = true }, fields)
    expect(answer).is(true)
    expect(detail.required).is(2)
  end)

  it("39/40 chi bộ là 97,5 %", function()
    local units = rows(40, function(i)
      return { id = ("CB%02d"):format(i), name = "Chi bộ " .. i, type = "faculty", established_on = "2010-01-01" }
    end)
    units[41] = { id = "CB41", name = "Chi bộ mới", type = "faculty", established_on = "2023-07-01" }
    local all = {}
    for i = 1, 40 do
      all = join(all, meetings(("CB%02d"):format(i), i == 7 and { "2023-02-03" } or four_dates))
    end
    given(fixture { branches = units, meetings = all }, { period = 2023 }, function()
      local metric = metrics.branches_with { kind = "thematic", min = 4 }
      local part, message = metric()
      expect(tostring(part)).is "97,5 %"
      expect(part.whole).is(40)
      expect(message).contains "Chi bộ mới"
      expect(#metric.lacking()).is(1)
      expect(metric.lacking()[1].id).is "CB07"
    end)
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

describe("R-19 chi bộ sinh viên có kết nạp", function()
  it("12/13 là 92,31 %, kể chi bộ còn lại với nguồn của nó", function()
    local units = rows(13, function(i) return { id = ("SV%02d"):format(i), name = "Chi bộ SV " .. i, type = "student" } end)
    units[14] = { id = "GV", name = "Chi bộ Khoa", type = "faculty" }
    local data = fixture {
      branches = units, members = rows(12, function(i) return { id = "M-" .. i } end),
      admissions = rows(12, function(i)
        return { member = "M-" .. i, branch = units[i].id, admitted_on = "2023-05-19" }
      end),
    }
    given(data, { period = 2023 }, function()
      local metric = metrics.branches_with_admission { type = "student", min = 1 }
      local part, message = metric()
      expect(tostring(part)).is "92,31 %"
      expect(message).is "Chi bộ SV 13 (nguồn 0)"
      expect(#metric.lacking()).is(1)
    end)
  end)
end)

describe("R-20 chi bộ ghép", function()
  it("52 đơn vị, 2 đặc thù, 46 có chi bộ riêng, 4 trong 2 chi bộ ghép", function()
    local units = rows(48, function(i) return { id = ("CB%02d"):format(i), type = "office" } end)
    local offices = rows(46, function(i) return { id = ("A%02d"):format(i), name = "Đơn vị " .. i, branch = units[i].id,
      special = false } end)
    for i = 47, 50 do
      offices[i] = { id = ("A%02d"):format(i), name = "Đơn vị " .. i, branch = i < 49 and "CB47" or "CB48", special = false }
    end
    offices[51] = { id = "A51", name = "Đặc thù 1", special = true }
    offices[52] = { id = "A52", name = "Đặc thù 2", special = true }
    given(fixture { branches = units, admin_units = offices }, { period = 2023 }, function()
      expect(#metrics.merged_branches {}()).is(2)
      local part = metrics.unit_coverage { except = "special" }()
      expect(part.part).is(46)
      expect(tostring(part)).is "92 %"
    end)
  end)

  it("so với kỳ trước", function()
    local data = fixture {
      branches = { { id = "CB1", type = "office" }, { id = "CB2", type = "office" } },
      admin_units = {
        { id = "A1", branch = "CB1" }, { id = "A2", branch = "CB1" }, { id = "A3", branch = "CB2" },
        { id = "A4", branch = "CB2", established_on = "2023-05-01" },
      },
    }
    given(data, { period = 2023 }, function()
      local growth, message = metrics.merged_trend()()
      expect(growth).is(1)
      expect(message).is "1 → 2"
    end)
    given(data, { period = 2022 }, function() expect((metrics.merged_trend()())).is(0) end)
  end)
end)

describe("R-21 tách chi bộ ghép", function()
  it("theo đơn vị công tác của đảng viên", function()
    local people = join(
      rows(5, function(i) return { id = "A-" .. i, branch = "CB1", grade = "official", employer_unit = "Phòng A" } end),
      rows(2, function(i) return { id = "B-" .. i, branch = "CB1", grade = "official", employer_unit = "Phòng B" } end),
      { { id = "B-3", branch = "CB1", grade = "probationary", employer_unit = "phòng b", admitted_on = "2023-02-03" },
        { id = "B-4", branch = "CB1", grade = "probationary", employer_unit = "Phòng B", admitted_on = "2023-05-19" } })
    local data = fixture {
      branches = { { id = "CB1", type = "office" } }, members = people,
      admin_units = { { id = "A1", name = "Phòng A", branch = "CB1" }, { id = "A2", name = "Phòng B", branch = "CB1" } },
    }
    given(data, { as_of = "2023-12-31" }, function()
      local parts, all = branches[1]:split()
      expect(parts[1].feasible).is(true)
      expect(parts[2].feasible).is(false)
      expect(parts[2].from).is(date "2024-02-03")
      expect(all).is(date "2024-02-03")
    end)
  end)
end)

describe("R-22 phân công cấp ủy viên", function()
  it("38/40 là 95 %; phân công đã hết thì không tính", function()
    local units = rows(40, function(i) return { id = ("CB%02d"):format(i), name = "Chi bộ " .. i, type = "faculty" } end)
    local data = fixture {
      branches = units, members = { { id = "M-1" } },
      supervisions = rows(39, function(i)
        return { member = "M-1", unit = units[i].id, from = "2023-01-01", to = i == 39 and "2023-06-30" or nil }
      end),
    }
    given(data, { period = 2023 }, function()
      local metric = metrics.coverage { of = "branch", has = "supervision" }
      expect(tostring((metric()))).is "95 %"
      expect(metric.lacking():map "id").is { "CB39", "CB40" }
      expect(branches:find "CB39":is_supervised(date "2023-06-30")).is(true)
    end)
  end)

  it("số lần dự", function()
    local data = fixture {
      branches = { { id = "CB1" } }, members = { { id = "M-1" } },
      supervisions = { { id = "PC-1", member = "M-1", unit = "CB1", from = "2023-01-01" } },
      visits = { { supervision = "PC-1", on = "2023-03-03" }, { supervision = "PC-1", on = "2022-03-03" } },
    }
    given(data, { period = 2023 }, function()
      local ok, message, count = supervisions[1]:visits_standing(period, { visits = 2 })
      expect(ok).is(false)
      expect(message).is "1/2 buổi dự"
      expect(count).is(1)
      expect((supervisions[1]:visits_standing(period))).is(true)
    end)
  end)
end)

describe("R-24 văn bản nộp", function()
  it("hỏi văn bản nộp", function()
    local data = fixture {
      units = { { id = "U-1" } },
      submissions = {
        { id = "NP-1", unit = "U-1", name = "a", due = "2023-02-27", received_on = "2023-02-27" },
        { id = "NP-2", unit = "U-1", name = "b", due = "2023-02-27", received_on = "2023-02-28" },
        { id = "NP-3", unit = "U-1", name = "c", due = "2023-02-27" },
      },
    }
    given(data, { as_of = "2023-03-05" }, function()
      local function state(i)
        local word, days = submissions[i]:standing()
        return word .. " " .. days
      end
      expect(state(1)).is "on_time 0"
      expect(state(2)).is "late 1"
      expect(state(3)).is "missing 6"
    end)
  end)
end)

describe("R-25 giao chỉ tiêu", function()
  local function seats(total, pools, options)
    local units = rows(#pools, function(i) return { id = "CB" .. i, type = i == 1 and "college" or "faculty" } end)
    local result = {}
    given(fixture { branches = units }, { period = 2023 }, function()
      local o = { total = total, pool = function(branch) return pools[tonumber(branch.id:sub(3))] end }
      for key, value in pairs(options or {}) do o[key] = value end
      for i, entry in ipairs(metrics.allocate(o)()) do result[i] = entry.seats end
    end)
    return result
  end

  it("ví dụ của quy tắc", function()
    expect(seats(10, { 17, 12, 6 })).is { 5, 3, 2 }
    expect(seats(100, { 63, 41, 58, 22, 9 })).is { 33, 21, 30, 11, 5 }
  end)

  it("sàn trước, trần, hệ số (§7)", function()
    expect(seats(10, { 10, 0, 0 }, { floor = function() return 1 end })).is { 8, 1, 1 }
    expect(seats(10, { 10, 10 }, { cap = function(b) return b.id == "CB1" and 2 or 20 end })).is { 2, 8 }
    expect(seats(25, { 10, 10 }, { weight = { college = "1.5" } })).is { 15, 10 }
    expect(function() seats(2, { 1, 1, 1 }, { floor = function() return 1 end }) end).fails_with "sàn"
  end)
end)

describe("R-26 chỉ tiêu điều chỉnh", function()
  it("bản có hiệu lực ngày ấy; cả nhiệm kỳ là tổng các năm", function()
    local data = fixture {
      plan_records = { { id = "H-1", code = "k", from = "2021-01-01" } },
      targets = { { id = "CT-1", plan = "H-1", code = "admissions", value = "100", op = "ge", set_on = "2021-01-01" } },
      target_revisions = { { target = "CT-1", on = "2023-06-01", old = "100", new = "80", reason = "r" } },
    }
    given(data, { as_of = "2023-12-31" }, function()
      expect(targets[1]:value_on(date "2023-05-31")).is "100"
      expect(targets[1]:value_on(date "2023-06-01")).is "80"
      expect(tostring(r.attainment.of(20 + 30 + 50, 250))).is "40 %"
    end)
  end)
end)

describe("R-29 tỷ lệ bao phủ", function()
  it("57 đảng viên, 2 miễn, 54 có phân công: 54/55", function()
    local people = rows(57, function(i)
      return { id = ("M-%02d"):format(i), activity = i > 55 and "exempt" or "active" }
    end)
    local data = fixture {
      members = people,
      assignments = rows(54, function(i) return { member = people[i].id, task = "việc", from = "2023-01-01" } end),
    }
    given(data, { period = 2023 }, function()
      local metric = metrics.coverage { of = "member", has = "assignment" }
      expect(tostring((metric()))).is "98,18 %"
      expect(#metric.lacking()).is(1)
      expect(metrics.coverage { of = "member", has = "assignment", except = {} }().whole).is(57)
    end)
  end)

  it("cam kết, thông báo, kế hoạch chủ đề", function()
    local data = fixture {
      branches = { { id = "CB1", type = "faculty" }, { id = "CB2", type = "faculty" } },
      members = { { id = "M-1", activity = "active" }, { id = "M-2", activity = "active" } },
      commitments = { { member = "M-1", year = 2023, signed_on = "2023-01-15" } },
      documents = { { unit = "CB2", purpose = "theme_plan", year = 2023, date = "2023-01-10" } },
      transfers = {
        { member = "M-1", kind = "official_out", issued_on = "2023-02-01", ["notice.on"] = "2023-02-03" },
        { member = "M-2", kind = "official_out", issued_on = "2023-02-01" },
      },
    }
    given(data, { period = 2023 }, function()
      expect(tostring((metrics.coverage { of = "member", has = "commitment" }()))).is "50 %"
      expect(tostring((metrics.coverage { of = "branch", has = "theme_plan" }()))).is "50 %"
      expect(tostring((metrics.coverage { of = "transfer", has = "notice" }()))).is "50 %"
      expect(function() metrics.coverage { of = "branch", has = "themeplan" }() end).fails_with "theme_plan"
    end)
  end)
end)

describe("R-30 tỷ lệ đảng viên", function()
  local function people(n, from, admitted)
    return rows(n, function(i)
      return { id = ("M-%04d"):format(from + i), category = "lecturer", activity = "active", admitted_on = admitted }
    end)
  end
  local data = fixture {
    units = { { id = "U-1", name = "Trường" } },
    members = join(people(312, 0, "2010-01-01"), people(18, 312, "2023-06-01")),
    headcounts = {
      { unit = "U-1", category = "lecturer", year = 2022, count = 640 },
      { unit = "U-1", category = "lecturer", year = 2023, count = 650 },
    },
  }

  it("48,75 % → 50,77 %: +2,02 điểm", function()
    given(data, { period = 2023 }, function()
      expect(tostring((metrics.population_share { categories = { "lecturer" } }()))).is "50,77 %"
      local order, message = metrics.population_rise { categories = { "lecturer" } }()
      expect(order).is(1)
      expect(message).is "48,75 % → 50,77 % (+2,02 điểm)"
    end)
  end)

  it("thiếu tổng số người thì không áp dụng, không phải 0", function()
    given(data, { period = 2023 }, function()
      expect(function() metrics.population_share { categories = { "lecturer", "teacher" } }() end)
        .fails_with "giáo viên"
    end)
  end)
end)

describe("R-31 các lớp bồi dưỡng", function()
  it("qua năm mới thì tính ở năm kết thúc", function()
    local data = fixture { classes = {
      { kind = "awareness", from = "2022-12-28", to = "2023-01-05" }, { kind = "awareness", from = "2023-05-01", to = "2023-05-05" },
      { kind = "new_member", from = "2023-05-01", to = "2023-05-05" },
    } }
    given(data, { period = 2023 }, function()
      expect(#metrics.classes { kind = "awareness" }()).is(2)
      expect(#metrics.classes { kind = "new_member" }()).is(1)
      expect(#metrics.classes { kind = "awareness", by = "from" }()).is(1)
    end)
  end)
end)
