-- Dates, numbers of documents, progress, on plain values: R-06, R-07, R-11, R-20, R-21, R-23, R-24, R-33, R-35.
local r = require "regulations"

local day = date

--- Runs a body on a day.
local function on(text, body) given(fixture {}, { as_of = text }, body) end

describe("R-23 thời hạn", function()
  it("trước ngày, đến ngày, cửa sổ, mỗi n tháng", function()
    on("2023-01-01", function()
      expect(r.due.before(day "2023-02-28")).is(day "2023-02-27")
      expect(r.due.before(day "2022-06-10")).is(day "2022-06-09")
      expect(r.due.by(day "2023-02-28")).is(day "2023-02-28")
      expect(r.due.every(3, day "2023-01-01", day "2023-12-31")).is {
        day "2023-03-31", day "2023-06-30", day "2023-09-30", day "2023-12-31",
      }
    end)
  end)

  it("sau Đại hội và trong quý I/2018", function()
    given(fixture {}, { period = "2018-Q1" }, function()
      local first, last = r.due.window(day "2018-02-10", period)
      expect(first).is(day "2018-02-10")
      expect(last).is(day "2018-03-31")
      expect((r.due.window(day "2017-11-10", period))).is(day "2018-01-01")
      expect(r.due.window(nil, period)).is_nil()
    end)
  end)
end)

describe("R-24 nộp văn bản", function()
  it("trước 28/02/2023", function()
    on("2023-03-05", function()
      local function state(options)
        options.before = day "2023-02-28"
        local word, days = r.documents.submission_state(nil, options)
        return word .. " " .. days
      end
      expect(state { received_on = day "2023-02-27" }).is "on_time 0"
      expect(state { received_on = day "2023-02-28" }).is "late 1"
      expect(state { received_on = day "2023-02-28", lenient_before = true }).is "on_time 0"
      expect(state {}).is "missing 6"
      expect(state { on = day "2023-02-27" }).is "not_due 0"
    end)
  end)
end)

describe("R-33 số văn bản", function()
  local function findings(rows, terms)
    local found = {}
    on("2023-12-31", function()
      local list, starts = {}, {}
      for i, row in ipairs(rows) do list[i] = { number = row[1], date = date(row[2]) } end
      for i, text in ipairs(terms or {}) do starts[i] = date(text) end
      for i, f in ipairs(r.documents.numbering(list, starts)) do
        found[i] = ("%s %d→%d"):format(f.kind, f.number, f.expected)
      end
    end)
    return found
  end

  it("số giảm: đề nghị số 23, không tự sửa", function()
    local slip = { { 21, "2022-12-21" }, { 22, "2022-12-26" }, { 3, "2022-12-29" } }
    expect(findings(slip)).is { "decrease 3→23" }
    slip[4] = { 24, "2023-01-05" }
    expect(findings(slip)).is { "decrease 3→23" }
  end)

  it("thiếu, trùng", function()
    expect(findings { { 1, "2022-01-01" }, { 3, "2022-01-02" } }).is { "gap 3→2" }
    expect(findings { { 1, "2022-01-01" }, { 2, "2022-01-02" }, { 2, "2022-01-03" } }).is { "duplicate 2→3" }
    expect(findings { { 18, "2021-08-02" }, { 19, "2022-03-10" } }).is {}
  end)

  it("nhiệm kỳ mới bắt đầu từ 01", function()
    local rows = { { 64, "2018-03-30" }, { 65, "2018-04-03" }, { 1, "2019-04-01" }, { 2, "2019-04-10" } }
    expect(findings(rows, { "2019-03-01" })).is {}
    expect(findings(rows)).is { "decrease 1→66", "decrease 2→67" }
  end)

  it("dưới 10 có số 0", function()
    on("2023-12-31", function()
      expect(r.documents.number_text(3)).is "03"
      expect(r.documents.number_text(127)).is "127"
    end)
  end)
end)

describe("R-35 tiến độ", function()
  it("12 nhiệm vụ: 3 thường xuyên, 1 chờ, 8 có hạn, 5 xong, 1 quá hạn", function()
    on("2023-06-30", function()
      local tasks = {}
      local function add(n, state, due)
        for _ = 1, n do tasks[#tasks + 1] = { state = state, due = due } end
      end
      add(3, "ongoing")
      add(1, "waiting_event")
      add(5, "done", day "2023-03-31")
      add(1, "in_progress", day "2023-06-29")
      add(2, "not_started", day "2023-06-30")
      local part, overdue = r.attainment.progress(tasks, day "2023-06-30")
      expect(tostring(part)).is "62,5 %"
      expect(part.whole).is(8)
      expect(overdue).is(1)
    end)
  end)
end)

describe("R-20 số chi bộ ghép không tăng", function()
  it("5→4→4 được, 4→5 báo", function()
    expect((r.structure.never_grows { 5, 4, 4 })).is(true)
    local ok, message = r.structure.never_grows { 5, 4, 5 }
    expect(ok).is(false)
    expect(message).is "4 → 5"
  end)
end)

describe("R-21 tách chi bộ", function()
  it("B có 2 chính thức, 2 dự bị: khi một người hết dự bị", function()
    on("2023-06-30", function()
      local parts, all = r.structure.split {
        { official = 5 }, { official = 2, probation_ends = { day "2024-02-03", day "2023-11-20" } },
      }
      expect(parts[1].feasible).is(true)
      expect(parts[2].feasible).is(false)
      expect(parts[2].from).is(day "2023-11-20")
      expect(all).is(day "2023-11-20")
      local never, none_yet = r.structure.split { { official = 1, probation_ends = { day "2024-02-03" } } }
      expect(never[1].from).is_nil()
      expect(none_yet).is_nil()
    end)
  end)

  it("đúng ngày hết dự bị thì được (§7)", function()
    on("2023-11-20", function()
      expect(r.structure.split { { official = 2, probation_ends = { day "2023-11-20" } } }[1].feasible).is(true)
    end)
  end)
end)

describe("R-11 số buổi phải có", function()
  it("cả năm 4; thành lập giữa năm theo phần", function()
    on("2023-12-31", function()
      expect(r.meetings.thematic_required(2023, day "2019-01-01")).is(4)
      expect(r.meetings.thematic_required(2023, day "2023-07-01")).is(2)
      expect(r.meetings.thematic_required(2023, day "2023-07-15")).is(2)
      expect(r.meetings.thematic_required(2023, day "2023-12-31")).is(1)
      expect(r.meetings.thematic_required(2023, day "2024-01-01")).is(0)
    end)
  end)
end)

describe("R-06 sinh hoạt tạm thời", function()
  it("từ 3 đến dưới 12 tháng; đi học từ 3 tháng đến 2 năm", function()
    on("2023-12-31", function()
      local allowed = r.transfers.temporary_allowed
      expect((allowed(day "2023-01-15", day "2023-04-14"))).is(false)
      expect((allowed(day "2023-01-15", day "2023-04-15"))).is(true)
      expect((allowed(day "2023-01-15", day "2024-01-14"))).is(true)
      expect((allowed(day "2023-01-15", day "2024-01-15"))).is(false)
      expect((allowed(day "2023-01-15", day "2025-01-15", { study = true }))).is(true)
      expect((allowed(day "2023-01-15", day "2025-01-16", { study = true }))).is(false)
    end)
  end)
end)

describe("R-07 thông báo chuyển sinh hoạt", function()
  it("quá 7 ngày thì báo", function()
    on("2023-04-11", function()
      expect((r.transfers.notice_missing(day "2023-04-03", nil, day "2023-04-11"))).is(true)
      expect((r.transfers.notice_missing(day "2023-04-03", nil, day "2023-04-10"))).is(false)
      expect((r.transfers.notice_missing(day "2023-04-03", day "2023-04-11", day "2023-04-11"))).is(false)
    end)
  end)
end)
