-- Rules about a person's dates, on plain values: R-01, R-04, R-05, R-32, R-34.
local r = require "regulations"

local day = date

describe("R-01 tuổi khi chi bộ xét", function()
  local data = fixture {}
  local function answer(birth, on, options)
    local result, message, detail
    given(data, { as_of = on }, function()
      result, message, detail = r.age.at_review(date(birth), date(on), options)
    end)
    return result, message, detail
  end

  it("tính theo tháng: không xét ngày, hoặc đủ tháng", function()
    local ok, _, months = answer("2006-09-15", "2024-09-01")
    expect(ok).is(true)
    expect(months.least).is(216)
    local strict, message, detail = answer("2006-09-15", "2024-09-01", { mode = "full_month" })
    expect(strict).is(false)
    expect(detail.least).is(215)
    expect(message).is "17 tuổi 11 tháng, chưa đủ 18 tuổi 0 tháng"
  end)

  it("chỉ có năm sinh: chắc chắn, hoặc chưa biết", function()
    local ok, _, months = answer("2006", "2025-03-01")
    expect(ok).is(true)
    expect(months.least).is(219)
    local open, _, range = answer("2006", "2024-03-01")
    expect(open.answer).is "unknown"
    expect(range.least).is(207)
    expect(range.most).is(218)
  end)

  it("quá 60 tuổi phải được cấp trên đồng ý; đúng 60 tuổi thì không", function()
    expect((answer("1964-03-20", "2024-03-01"))).is(true)
    local ok, _, detail = answer("1964-02-20", "2024-03-01")
    expect(ok).is(false)
    expect(detail.needs_approval).is(true)
  end)

  it("sinh ngày cuối tháng: đủ tháng vào ngày đã rút về (§7)", function()
    local _, _, detail = answer("2006-08-31", "2024-09-30", { mode = "full_month" })
    expect(detail.least).is(217)
    _, _, detail = answer("2006-08-31", "2024-09-29", { mode = "full_month" })
    expect(detail.least).is(216)
  end)

  it("mỗi số là một tham số, tham số sai là một lỗi", function()
    expect((answer("2006-09-15", "2023-09-01", { min_months = 204 }))).is(true)
    expect(function() answer("2006-09-15", "2023-09-01", { min_month = 204 }) end).fails_with "min_months"
  end)
end)

describe("R-04 tuổi đảng và huy hiệu", function()
  local data = fixture {}
  local function in_2024(body) given(data, { as_of = "2024-01-01" }, body) end

  it("30 năm: đạt ngày nào, trao đợt nào, bệnh nặng từ ngày nào", function()
    in_2024(function()
      local badge = r.party_age.badge(day "1994-04-12", 30)
      expect(badge.reached_on).is(day "2024-04-12")
      expect(badge.batch_on).is(day "2024-05-19")
      expect(badge.early_from).is(day "2023-04-12")
      expect(r.party_age.badge(day "1994-05-20", 30).batch_on).is(day "2024-09-02")
    end)
  end)

  it("từ 70 năm được sớm 24 tháng", function()
    in_2024(function()
      expect(r.party_age.badge(day "1954-04-12", 70).early_from).is(day "2022-04-12")
      expect(r.party_age.badge(day "1959-04-12", 65).early_from).is(day "2023-04-12")
    end)
  end)

  it("đạt đúng ngày của đợt thì tính vào đợt ấy (§7); sau 7/11 thì sang năm", function()
    in_2024(function()
      expect(r.party_age.badge(day "1994-05-19", 30).batch_on).is(day "2024-05-19")
      expect(r.party_age.badge(day "1994-11-08", 30).batch_on).is(day "2025-02-03")
    end)
  end)

  it("đợt nào có huy hiệu nào", function()
    in_2024(function()
      expect(r.party_age.badge_at(day "1994-04-12", day "2024-05-19").years).is(30)
      expect(r.party_age.badge_at(day "1994-04-12", day "2024-09-02")).is_nil()
      expect(r.party_age.badge_at(day "1994-04-12", day "2023-05-19", { ill = true }).years).is(30)
    end)
  end)

  it("trừ thời gian gián đoạn", function()
    in_2024(function()
      local gaps = { { day "2000-01-31", day "2002-03-01" } }
      expect(r.party_age.start(day "1994-04-12", gaps)).is(day "1996-05-13")
      expect(r.party_age.years(day "1994-04-12", day "2024-04-12", gaps)).is(27)
      expect(r.party_age.years(day "1994-04-12", day "2024-04-12")).is(30)
      expect(r.party_age.years(day "1994-04-12", day "2024-04-11")).is(29)
    end)
  end)

  it("không có huy hiệu 35 năm", function()
    in_2024(function()
      expect(function() r.party_age.badge(day "1994-04-12", 35) end).fails_with "35"
    end)
  end)
end)

describe("R-05 sinh viên tốt nghiệp còn sinh hoạt", function()
  local data = fixture {}
  local function on(text)
    local result
    given(data, { as_of = text }, function() result = r.retention.of(date "2023-06-30", date(text)) end)
    return result.state, result.days_left, result.days_over
  end
  local function expect_state(text, state, left, over)
    local got, got_left, got_over = on(text)
    expect(got).is(state)
    expect(got_left).is(left)
    expect(got_over).is(over)
  end

  it("còn hạn", function() expect_state("2024-04-01", "ok", 90, 0) end)
  it("sắp hết", function() expect_state("2024-05-15", "due_soon", 46, 0) end)
  it("ngày cuối", function() expect_state("2024-06-30", "due_soon", 0, 0) end)
  it("quá hạn một ngày", function() expect_state("2024-07-01", "overdue", 0, 1) end)
end)

describe("R-32 người giới thiệu", function()
  it("chính thức và cùng đơn vị đủ 12 tháng", function()
    given(fixture {}, { as_of = "2024-12-31" }, function()
      expect(r.votes.introducer_from(day "2024-03-01", day "2022-01-01")).is(day "2024-03-01")
      expect(r.votes.introducer_from(day "2024-03-01", day "2024-09-01")).is(day "2025-09-01")
      expect((r.votes.may_introduce(day "2024-03-01", day "2022-01-01", day "2024-02-29"))).is(false)
      expect((r.votes.may_introduce(day "2024-03-01", day "2022-01-01", day "2024-03-01"))).is(true)
      expect((r.votes.may_introduce(nil, day "2022-01-01", day "2024-03-01"))).is(false)
    end)
  end)
end)

describe("R-34 biểu quyết", function()
  it("hai phần ba tổng số đảng viên chính thức", function()
    given(fixture {}, { as_of = "2024-12-31" }, function()
      local ok, message = r.votes.passes(13, 20)
      expect(ok).is(false)
      expect(message).is "13/20, cần 14"
      expect((r.votes.passes(14, 20))).is(true)
      expect((r.votes.passes(2, 3))).is(true)
      expect(r.votes.passes(nil, 20).answer).is "unknown"
      expect(function() r.votes.passes(21, 20) end).fails_with "0 đến 20"
    end)
  end)

  it("luật tính: không bao giờ thấp hơn hai phần ba, không bao giờ đòi hơn", function()
    given(fixture {}, { as_of = "2024-12-31" }, function()
      for official = 1, 60 do
        for yes = 0, official do
          expect((r.votes.passes(yes, official))).is(yes * 3 >= official * 2)
        end
      end
    end)
  end)
end)
