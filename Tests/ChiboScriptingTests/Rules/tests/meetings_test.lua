-- Meetings, merged branches, supervision: R-11, R-19, R-20, R-21, R-22.
local made = require "lib.made"
local metrics = require "metrics"

local rows, join, meetings, four_dates = made.rows, made.join, made.meetings, made.four_dates

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

describe("R-19 chi bộ sinh viên có kết nạp", function()
  it("12/13 là 92,31 %, kể chi bộ còn lại với nguồn của nó", function()
    local units = rows(13, function(i)
      return { id = ("SV%02d"):format(i), name = "Chi bộ SV " .. i, type = "student" }
    end)
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
    local function office(i, branch)
      return { id = ("A%02d"):format(i), name = "Đơn vị " .. i, branch = branch, special = false }
    end
    local offices = rows(46, function(i) return office(i, units[i].id) end)
    for i = 47, 50 do offices[i] = office(i, i < 49 and "CB47" or "CB48") end
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
      admin_units = {
        { id = "A1", name = "Phòng A", branch = "CB1" }, { id = "A2", name = "Phòng B", branch = "CB1" },
      },
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
    local units = rows(40, function(i)
      return { id = ("CB%02d"):format(i), name = "Chi bộ " .. i, type = "faculty" }
    end)
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
