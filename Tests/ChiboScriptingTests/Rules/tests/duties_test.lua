-- Transfers, dues, screening, documents: R-06, R-07, R-27, R-28, R-29, R-33.

local function one(member)
  member.id = "M-1"
  member.branch = "CB1"
  return fixture { branches = { { id = "CB1", name = "Chi bộ 1", type = "faculty" } }, members = { member } }
end

--- What a member answers on a day.
local function ask(data, day, question)
  local answers
  given(data, { as_of = day }, function() answers = table.pack(question(members:ever()[1])) end)
  return table.unpack(answers, 1, answers.n)
end

describe("R-06 hạn chuyển sinh hoạt", function()
  local function transfer(fields)
    fields.id, fields.member, fields.kind = "T-1", "M-1", fields.kind or "official_out"
    return fixture { members = { { id = "M-1" } }, transfers = { fields } }
  end
  local function on(data, day, question)
    local answer
    given(data, { as_of = day }, function() answer = question(transfers[1]) end)
    return answer
  end

  it("bắt đầu thứ Hai 02/10/2023", function()
    local data = transfer { cause_effective_on = "2023-10-02", issued_on = "2023-10-02" }
    expect(on(data, "2023-12-31", function(t) return t:presentation_deadline() end)).is(date "2023-11-13")
    expect(on(data, "2023-12-31", function(t) return t:procedure_deadline() end)).is(date "2023-12-25")
  end)

  it("cấp 15/01/2024: qua Tết, và không tính Tết", function()
    local data = transfer { issued_on = "2024-01-15" }
    expect(on(data, "2024-12-31", function(t) return t:deadline() end)).is(date "2024-03-04")
    expect(on(data, "2024-12-31", function(t) return t:deadline { holidays = false } end)).is(date "2024-02-26")
  end)

  it("đang chạy, quá hạn, đã nộp", function()
    local data = transfer { issued_on = "2023-10-02", state = "issued" }
    local function state(day) return on(data, day, function(t) return t:standing() end) end
    expect(state "2023-11-13".state).is "running"
    expect(state "2023-11-14".state).is "overdue"
    expect(state "2023-11-14".days_over).is(1)
    local later = { on = date "2023-12-13" }
    expect(on(data, "2023-11-14", function(t) return t:standing(later).days_over end)).is(30)
    local shown = transfer { issued_on = "2023-10-02", presented_on = "2023-11-13", state = "presented" }
    expect(on(shown, "2024-12-31", function(t) return t:standing().state end)).is "closed"
    expect(on(shown, "2024-12-31", function(t) return (t:is_overdue()) end)).is(false)
    local not_issued = transfer { cause_effective_on = "2023-10-02" }
    expect(on(not_issued, "2023-12-26", function(t) return t:standing().clock end)).is "procedure"
    expect(on(not_issued, "2023-12-26", function(t) return (t:is_overdue()) end)).is(true)
  end)

  it("tạm thời: tính ở nơi chính thức", function()
    local data = fixture {
      branches = { { id = "CB1", type = "faculty" } },
      members = {
        { id = "M-1", branch = "CB1", grade = "official", activity = "active" },
        { id = "M-2", branch = "CB1", grade = "official", activity = "temp_out" },
        { id = "M-3", branch = "CB1", grade = "official", activity = "temp_in" },
      },
    }
    given(data, { as_of = "2023-12-31" }, function() expect(branches[1].official_count).is(2) end)
  end)
end)

describe("R-07 thiếu thông báo", function()
  it("cấp 03/04, đến 11/04 chưa có thì báo", function()
    local data = fixture {
      members = { { id = "M-1" } },
      transfers = { { id = "T-1", member = "M-1", kind = "official_out", issued_on = "2023-04-03" } },
    }
    given(data, { as_of = "2023-04-11" }, function()
      expect((transfers[1]:notice_missing())).is(true)
      expect((transfers[1]:notice_missing(date "2023-04-10"))).is(false)
      expect((transfers[1]:notice_missing { days = 10 })).is(false)
    end)
  end)
end)

describe("R-27 đảng phí của đảng viên", function()
  it("một tháng", function()
    local data = one { dues_basis = "pension", grade = "official", admission_decision_on = "1976-03-01" }
    expect((ask(data, "2026-12-31", function(m)
      return m:dues_of_month(date "2026-02-15", { amount = 6345000 })
    end))).is(31725)
    expect((ask(data, "2026-12-31", function(m)
      return m:dues_of_month(date "2026-03-15", { amount = 6345000 })
    end))).is(0)
    expect((ask(data, "2026-12-31", function(m)
      return m:dues_of_month(date "2026-01-15", { amount = 6345000 })
    end))).is(31725)
  end)

  it("nợ ba tháng trong năm", function()
    local function owing(months)
      local rows = {}
      for i, month in ipairs(months) do rows[i] = { member = "M-1", month = month, due = 5000, paid = 0 } end
      rows[#rows + 1] = { member = "M-1", month = "2024-02", due = 5000, paid = 5000 }
      return fixture { members = { { id = "M-1" } }, dues = rows }
    end
    local function word(data, day) return (ask(data, day, function(m) return m:dues_arrears() end)) end
    expect(word(owing { "2024-01", "2024-04", "2024-09" }, "2024-12-31")).is "flag"
    expect(word(owing { "2024-01", "2024-04", "2024-09" }, "2024-09-29")).is "none"
    local elsewhere = fixture {
      members = { { id = "M-1", activity = "temp_out" } },
      dues = { { member = "M-1", month = "2024-01", due = 5000 }, { member = "M-1", month = "2024-02", due = 5000 },
        { member = "M-1", month = "2024-03", due = 5000 } },
    }
    expect(word(elsewhere, "2024-12-31")).is "none"
    expect(word(owing { "2023-11", "2023-12", "2024-01" }, "2024-12-31")).is "warning"
  end)
end)

describe("R-28 gợi ý rà soát", function()
  local function letters(list)
    local text = ""
    for _, entry in ipairs(list) do text = text .. entry.category end
    return text
  end

  it("giấy cấp 02/10/2023 không nộp, hồ sơ không đến", function()
    local data = fixture {
      members = { { id = "M-1" } },
      transfers = {
        { id = "T-1", member = "M-1", kind = "official_out", issued_on = "2023-10-02", state = "issued" },
      },
    }
    local list = ask(data, "2023-11-14", function(m) return m:screening_suggestions() end)
    expect(letters(list)).is "BC"
    expect(list[1].on).is(date "2023-11-13")
    expect(list[2].on).is(date "2023-10-02")
    expect(letters(ask(data, "2023-11-13", function(m) return m:screening_suggestions() end))).is "C"
    expect(letters(ask(data, "2023-11-01", function(m) return m:screening_suggestions() end))).is ""
  end)

  it("xếp loại, kỷ luật, ý kiến của người có thẩm quyền", function()
    local data = fixture {
      members = { { id = "M-1" } },
      ratings = {
        { member = "M-1", year = 2021, level = "not_completed" },
        { member = "M-1", year = 2022, level = "not_completed" },
      },
      disciplines = { { member = "M-1", form = "reprimand", date = "2022-05-01", expires_on = "2023-05-01" } },
      screening_cases = { { member = "M-1", opened_on = "2023-01-10", ["category.not_exemplary"] = true } },
    }
    local list = ask(data, "2023-03-01", function(m) return m:screening_suggestions() end)
    expect(letters(list)).is "ADE"
    expect(list[1].reason).contains "hai năm liền 2021, 2022"
    expect(list[2].reason).is "khiển trách"
    expect(letters(ask(data, "2023-05-02", function(m) return m:screening_suggestions() end))).is "AE"
  end)
end)

describe("R-33 số văn bản của đơn vị", function()
  it("theo loại và nhiệm kỳ", function()
    local data = fixture {
      units = { { id = "U-1", term_from = "2023-01-01" } },
      documents = {
        { unit = "U-1", type = "plan", number = 21, date = "2022-12-21" },
        { unit = "U-1", type = "plan", number = 22, date = "2022-12-26" },
        { unit = "U-1", type = "plan", number = 3, date = "2022-12-29" },
        { unit = "U-1", type = "plan", number = 1, date = "2023-01-05" },
        { unit = "U-1", type = "report", number = 7, date = "2022-12-30" },
      },
    }
    given(data, { as_of = "2023-12-31" }, function()
      local found = units[1]:numbering "plan"
      expect(#found).is(1)
      expect(found[1].kind).is "decrease"
      expect(found[1].expected).is(23)
      expect(found[1].message).is "số giảm: số 03 ngày 29/12/2022, đúng thứ tự là 23"
      expect(#units[1]:numbering "report").is(0)
    end)
  end)
end)

describe("R-29 nơi cư trú", function()
  it("miễn giới thiệu, miễn tham gia, miễn công tác", function()
    local function needs(fields)
      return ask(one(fields), "2023-12-31", function(m) return m:needs_residence_link(), m:needs_residence_note() end)
    end
    local link, note = needs { activity = "active" }
    expect(link).is(true)
    expect(note).is(true)
    link, note = needs { activity = "active", ["residence_link.exempt_kind"] = "introduced_exempt_attend" }
    expect(link).is(true)
    expect(note).is(false)
    expect((needs { activity = "active", ["residence_link.exempt_kind"] = "exempt_introduce" })).is(false)
    expect((needs { activity = "exempt" })).is(false)
  end)
end)
