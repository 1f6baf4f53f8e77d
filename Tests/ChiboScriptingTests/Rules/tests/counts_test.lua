-- Admissions, quotas, lists, coverages: R-08, R-10, R-24, R-25, R-26, R-29, R-30, R-31.
local made = require "lib.made"
local metrics = require "metrics"
local r = require "regulations"

local rows, join = made.rows, made.join

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

  it("đã biết ở kỳ trước thì không vào phần bổ sung", function()
    given(data, { period = "2018-Q2", as_of = "2018-06-30" }, function()
      local _, late = metrics.graduate_transfers {}()
      expect(#late).is(0)
      -- A list made before T-1 and T-3 were known.
      local _, more = metrics.graduate_transfers { listed_on = date "2018-01-31" }()
      expect(#more).is(2)
      expect(more["Quận ủy A"][1].id).is "T-1"
    end)
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
      { kind = "awareness", from = "2022-12-28", to = "2023-01-05" },
      { kind = "awareness", from = "2023-05-01", to = "2023-05-05" },
      { kind = "new_member", from = "2023-05-01", to = "2023-05-05" },
    } }
    given(data, { period = 2023 }, function()
      expect(#metrics.classes { kind = "awareness" }()).is(2)
      expect(#metrics.classes { kind = "new_member" }()).is(1)
      expect(#metrics.classes { kind = "awareness", by = "from" }()).is(1)
    end)
  end)
end)
