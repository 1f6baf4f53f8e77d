-- Members and candidates: their dates: R-01, R-02, R-03, R-04, R-05, R-14, R-32, R-34.

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

describe("R-01 tuổi của quần chúng", function()
  it("hỏi quần chúng", function()
    local data = fixture { candidates = { { id = "C-1", birth = "2006-09-15" }, { id = "C-2" } } }
    given(data, { as_of = "2024-09-01" }, function()
      expect((candidates[1]:age_at_review())).is(true)
      expect((candidates[1]:age_at_review(date "2024-08-31"))).is(false)
      expect((candidates[1]:age_at_review { mode = "full_month" })).is(false)
      expect(candidates[2]:age_at_review().answer).is "unknown"
    end)
  end)
end)

describe("R-02 lễ kết nạp", function()
  it("30 ngày làm việc từ ngày nhận quyết định, qua Tết 2023", function()
    local data = fixture { admissions = {
      { id = "N-1", decision_received_on = "2022-12-20", admitted_on = "2023-02-08" },
      { id = "N-2", decision_received_on = "2022-12-20", admitted_on = "2023-02-09" },
      { id = "N-3", admitted_on = "2023-02-09" },
    } }
    given(data, { as_of = "2023-12-31" }, function()
      expect(admissions[1]:ceremony_deadline()).is(date "2023-02-08")
      expect(admissions[1]:ceremony_deadline { holidays = false }).is(date "2023-01-31")
      expect((admissions[1]:ceremony_in_time())).is(true)
      expect((admissions[2]:ceremony_in_time())).is(false)
      expect(function() admissions[3]:ceremony_in_time() end).fails_with "chưa có ngày nhận quyết định"
    end)
  end)
end)

describe("R-03 dự bị", function()
  local function probation(admitted)
    return one { admitted_on = admitted, grade = "probationary" }
  end

  it("hết dự bị ngày Chủ nhật thì không dời", function()
    local data = probation "2023-05-19"
    expect(ask(data, "2024-01-01", function(m) return m:probation_end() end)).is(date "2024-05-19")
    expect(ask(data, "2024-01-01", function(m) return m:review_deadline() end)).is(date "2024-06-28")
  end)

  it("qua Tết 2024", function()
    local data = probation "2023-02-03"
    expect(ask(data, "2024-01-01", function(m) return m:probation_end() end)).is(date "2024-02-03")
    expect(ask(data, "2024-01-01", function(m) return m:review_deadline() end)).is(date "2024-03-22")
    expect(ask(data, "2024-01-01", function(m) return m:review_deadline { holidays = false } end))
      .is(date "2024-03-15")
  end)

  it("kết nạp ngày 29/02", function()
    expect(ask(probation "2024-02-29", "2024-12-31", function(m) return m:probation_end() end)).is(date "2025-02-28")
  end)

  it("trạng thái, và ngày chính thức dù họp muộn", function()
    local data = probation "2023-02-03"
    local function state(day) return ask(data, day, function(m) return m:probation().state end) end
    expect(state "2024-02-02").is "on_probation"
    expect(state "2024-02-03").is "review_due"
    expect(state "2024-03-22").is "review_due"
    expect(state "2024-03-25").is "overdue"
    local given_day = { on = date "2024-03-25", months = 12, holidays = false }
    expect(ask(data, "2024-01-01", function(m) return m:probation(given_day).days_over end)).is(10)
    expect(ask(data, "2024-05-01", function(m) return m:probation().official_on end)).is(date "2024-02-03")
    local late = one { admitted_on = "2023-02-03", grade = "official", official_on = "2024-03-30" }
    expect((ask(late, "2024-05-01", function(m) return m:official_on_fits() end))).is(false)
    local right = one { admitted_on = "2023-02-03", grade = "official", official_on = "2024-02-03" }
    expect((ask(right, "2024-05-01", function(m) return m:official_on_fits() end))).is(true)
  end)

  it("năm chưa có bảng ngày nghỉ thì nêu năm ấy, không đoán", function()
    expect(function()
      ask(probation "2026-06-01", "2027-06-01", function(m) return m:review_deadline() end)
    end).fails_with "2027"
  end)

  it("đơn vị đặt số khác; không có ngày kết nạp thì chưa biết", function()
    expect(ask(probation "2023-02-03", "2024-01-01", function(m) return m:probation_end { months = 6 } end))
      .is(date "2023-08-03")
    expect(function() ask(one {}, "2024-01-01", function(m) return m:probation_end() end) end)
      .fails_with "chưa có ngày kết nạp"
  end)
end)

describe("R-04 tuổi đảng của đảng viên", function()
  it("chỉ tính cho đảng viên chính thức", function()
    local official = one { admission_decision_on = "1994-04-12", grade = "official" }
    expect(ask(official, "2024-04-12", function(m) return m:party_age() end)).is(30)
    expect(ask(official, "2024-04-11", function(m) return m:party_age() end)).is(29)
    expect(ask(official, "2024-04-11", function(m) return m:party_age(date "2014-04-12") end)).is(20)
    local probationer = one { admission_decision_on = "2023-04-12", grade = "probationary" }
    expect(ask(probationer, "2024-04-12", function(m) return m:party_age() end)).is_nil()
  end)

  it("huy hiệu kế tiếp, huy hiệu của một đợt", function()
    local official = one { admission_decision_on = "1994-04-12", grade = "official" }
    local next_badge = ask(official, "2024-01-01", function(m) return m:badge() end)
    expect(next_badge.years).is(30)
    expect(next_badge.batch_on).is(date "2024-05-19")
    expect(ask(official, "2024-04-12", function(m) return m:badge().years end)).is(40)
    expect(ask(official, "2024-01-01", function(m) return m:badge_at(date "2024-05-19").years end)).is(30)
    expect(ask(official, "2024-01-01", function(m) return m:badge_at(date "2024-09-02") end)).is_nil()
  end)

  it("kết nạp lại thì tính từ quyết định sau", function()
    local again = one {
      admission_decision_on = "1994-04-12", grade = "official", ["second_admission.decision_on"] = "2004-06-01",
    }
    expect(ask(again, "2024-06-01", function(m) return m:party_age() end)).is(20)
  end)
end)

describe("R-05 còn sinh hoạt sau tốt nghiệp", function()
  local function graduate(more)
    local member = {
      ["student.graduated_on"] = "2023-06-30", category = "graduate_retained", grade = "official",
      activity = "active", admitted_on = "2022-05-19",
    }
    for key, value in pairs(more or {}) do member[key] = value end
    return one(member)
  end
  local function state(data, day, options)
    local r = ask(data, day, function(m) return m:retention(options) end)
    return r.state, r
  end

  it("bốn ngày của quy tắc", function()
    expect((state(graduate(), "2024-04-01"))).is "ok"
    local word, r = state(graduate(), "2024-05-15")
    expect(word).is "due_soon"
    expect(r.days_left).is(46)
    word, r = state(graduate(), "2024-06-30")
    expect(word).is "due_soon"
    expect(r.days_left).is(0)
    word, r = state(graduate(), "2024-07-01")
    expect(word).is "overdue"
    expect(r.days_over).is(1)
  end)

  it("không áp dụng: chưa tốt nghiệp, học tiếp, đã chuyển", function()
    expect((state(graduate { ["student.graduated_on"] = "2024-06-30" }, "2024-04-01"))).is "not_applicable"
    expect((state(graduate { category = "postgrad" }, "2024-04-01"))).is "not_applicable"
    expect((state(graduate(), "2024-04-01", { studying_again = true }))).is "not_applicable"
    expect((state(graduate { category = "student" }, "2024-04-01"))).is "ok"
    local moved = fixture {
      members = { {
        id = "M-1", ["student.graduated_on"] = "2023-06-30", category = "graduate_retained", activity = "active",
      } },
      transfers = { { id = "T-1", member = "M-1", kind = "official_out", issued_on = "2024-03-01", state = "issued" } },
    }
    expect((state(moved, "2024-04-01"))).is "not_applicable"
    expect((state(moved, "2024-02-01"))).is "ok"
  end)

  it("tham số viết sai là lỗi, cả khi không áp dụng", function()
    expect(function() state(graduate { category = "postgrad" }, "2024-04-01", { mnths = 3 }) end).fails_with "months"
  end)

  it("nơi làm việc có tổ chức đảng: hạn chuyển sinh hoạt", function()
    expect((state(graduate(), "2024-04-01", { employed_with_party = true }))).is "transfer"
  end)

  it("dự bị: trường công nhận, hoặc bàn giao hồ sơ", function()
    local _, inside = state(graduate { grade = "probationary", admitted_on = "2023-05-19" }, "2024-04-01")
    expect(inside.probation_end).is(date "2024-05-19")
    expect(inside.note).contains "xét công nhận"
    local _, outside = state(graduate { grade = "probationary", admitted_on = "2023-07-19" }, "2024-04-01")
    expect(outside.note).contains "bàn giao hồ sơ dự bị"
  end)
end)

describe("R-14 xếp loại đảng viên", function()
  it("hỏi đảng viên vào ngày kiểm điểm", function()
    local data = one { admitted_on = "2023-07-02", activity = "active" }
    expect((ask(data, "2023-12-31", function(m) return m:rating_standing(date "2023-12-30") end))).is "not_reviewed"
    data = one { admitted_on = "2023-06-30", activity = "active" }
    expect((ask(data, "2023-12-31", function(m) return m:rating_standing(date "2023-12-30") end))).is "rated"
    local _, _, ceiling = ask(data, "2023-12-31", function(m) return m:rating_standing { absent_sick_months = 4 } end)
    expect(ceiling).is "completed"
    local word, why = ask(data, "2023-12-31", function(m) return m:rating_standing { maternity = true } end)
    expect(word).is "rated"
    expect(why).contains "thời gian công tác"
  end)
end)

describe("R-32 hai người giới thiệu", function()
  it("đảng viên chính thức và đoàn thanh niên", function()
    local data = fixture {
      members = { { id = "M-1", official_on = "2024-03-01", recruited_on = "2022-01-01" } },
      candidates = { { id = "C-1", nominated_on = "2023-01-01" } },
      introducers = {
        { candidate = "C-1", person = "M-1", on = "2024-06-01" },
        { candidate = "C-1", organisation = "youth_union", on = "2024-06-01" },
      },
    }
    given(data, { as_of = "2024-12-31" }, function()
      expect((candidates[1]:introduced())).is(true)
      expect((introducers[1]:allowed { same_unit_since = date "2024-01-01" })).is(false)
    end)
  end)
end)

describe("R-34 biểu quyết của một bước", function()
  it("13/20 không đạt, 14/20 đạt", function()
    local data = fixture {
      candidates = { { id = "C-1" } },
      stages = {
        { id = "G-1", candidate = "C-1", stage = "branch_voted", on = "2024-01-01", ["votes.yes"] = 13,
          ["votes.total"] = 20 },
        { id = "G-2", candidate = "C-1", stage = "committee_voted", on = "2024-02-01", ["votes.yes"] = 14,
          ["votes.total"] = 20 },
        { id = "G-3", candidate = "C-1", stage = "dossier", on = "2024-02-01" },
      },
    }
    given(data, { as_of = "2024-12-31" }, function()
      expect((stages[1]:vote_passes())).is(false)
      expect((stages[2]:vote_passes())).is(true)
      expect(stages[3]:vote_passes().answer).is "unknown"
    end)
  end)
end)
