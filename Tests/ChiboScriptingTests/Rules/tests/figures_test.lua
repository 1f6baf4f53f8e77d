-- Rules that count, on plain values: R-12, R-13, R-14, R-26, R-27.
local r = require "regulations"

local day = date

--- Runs a body on a day.
local function on(text, body) given(fixture {}, { as_of = text }, body) end

describe("R-12 trần xuất sắc", function()
  it("20 % của số hoàn thành tốt, làm tròn xuống", function()
    on("2022-12-31", function()
      local cap = r.ratings.excellent_cap { good = 37, excellent = 8 }
      expect(cap.cap).is(7)
      expect(cap.excess).is(1)
      cap = r.ratings.excellent_cap({ good = 37, excellent = 8 }, { base = "good_or_better" })
      expect(cap.cap).is(9)
      expect(cap.excess).is(0)
    end)
  end)

  it("trần bằng 0 thì báo, không làm tròn lên", function()
    on("2022-12-31", function()
      local cap = r.ratings.excellent_cap { good = 4, excellent = 1 }
      expect(cap.cap).is(0)
      expect(cap.excess).is(1)
      expect(cap.flag).contains "xin ý kiến"
    end)
  end)

  it("tính trên tất cả; tỷ lệ khác", function()
    on("2022-12-31", function()
      local counts = { good = 30, excellent = 10, completed = 9, not_completed = 1 }
      expect(r.ratings.excellent_cap(counts, { base = "all_rated" }).cap).is(10)
      expect(r.ratings.excellent_cap(counts, { percent = "12.5" }).cap).is(3)
    end)
  end)
end)

describe("R-13 thang điểm", function()
  local function level(facts)
    local result
    on("2025-12-31", function() result = r.ratings.level_of_score(facts) end)
    return type(result) == "table" and result.answer or result
  end

  it("ví dụ của quy tắc", function()
    expect(level { score = 92, late = 0, beyond = 25 }).is "good"
    expect(level { score = "89.99", late = 0, beyond = 40 }).is "good"
    expect(level { score = 70, late = 0 }).is "good"
    expect(level { score = 66, late = share(3, 12) }).is "unknown"
    expect(level { score = 92, late = 0, beyond = 30 }).is "excellent"
  end)

  it("quyết định §7: mức cao nhất có đủ điều kiện, còn lại để người xét", function()
    expect(level { score = 92, late = 10, beyond = 50 }).is "completed"
    expect(level { score = 92, late = 25, beyond = 50 }).is "unknown"
    expect(level { score = 92, beyond = 50 }).is "unknown"
    expect(level { score = 60, late = 20 }).is "completed"
    expect(level { score = 60, late = 20, all_done = false }).is "unknown"
    expect(level { score = 49, late = 0 }).is "not_completed"
    expect(level { score = 50, late = 0 }).is "completed"
  end)

  it("trước 30/8/2025 không có thang điểm", function()
    on("2024-12-31", function()
      expect(function() r.ratings.level_of_score { score = 92, late = 0, beyond = 40 } end).fails_with "score_bands"
    end)
  end)
end)

describe("R-14 ai được xếp loại", function()
  local function standing(admitted, review, more)
    local answer, why, ceiling
    on(review, function()
      local facts = { admitted_on = admitted and date(admitted), activity = "active" }
      for key, value in pairs(more or {}) do facts[key] = value end
      answer, why, ceiling = r.ratings.standing(facts)
    end)
    return answer, why, ceiling
  end

  it("đủ sáu tháng thì xếp loại, chưa đủ thì không", function()
    expect((standing("2023-06-30", "2023-12-30"))).is "rated"
    expect((standing("2023-07-02", "2023-12-30"))).is "not_reviewed"
  end)

  it("theo quy định 2019 thì kiểm điểm mà không xếp loại", function()
    expect((standing("2022-07-02", "2022-12-30"))).is "reviewed_not_rated"
  end)

  it("31/08 đủ sáu tháng vào 28/02 (§7)", function()
    expect((standing("2022-08-31", "2023-02-28"))).is "rated"
    expect((standing("2022-08-31", "2023-02-27"))).is "reviewed_not_rated"
  end)

  it("miễn, đình chỉ, nghỉ ốm", function()
    expect((standing("2020-01-01", "2023-12-30", { activity = "exempt" }))).is "not_reviewed"
    expect((standing("2020-01-01", "2023-12-30", { activity = "suspended" }))).is "not_reviewed"
    local answer, _, ceiling = standing("2020-01-01", "2023-12-30", { sick_months = 3 })
    expect(answer).is "rated"
    expect(ceiling).is "completed"
    answer, _, ceiling = standing("2020-01-01", "2023-12-30", { sick_months = 2 })
    expect(answer).is "rated"
    expect(ceiling).is_nil()
  end)
end)

describe("R-26 mức đạt", function()
  it("so bằng số nguyên, hiện không vượt ngưỡng", function()
    on("2023-12-31", function()
      local text = r.attainment.text
      expect(text(share(2999, 3000), { decimals = 1, threshold = 100 })).is "99,9 %"
      expect(text(share(2999, 3000), { threshold = 100 })).is "99,97 %"
      expect(text(share(45, 50), { threshold = 90 })).is "90 %"
      expect(text(share(9004, 10000), { decimals = 1, threshold = 90 })).is "90,04 %"
      expect(text(r.attainment.of(37, 40))).is "92,5 %"
      expect(r.attainment.of(5, 0).answer).is "not_applicable"
      expect(share(45, 50) > percent(90)).is(false)
      expect(share(181, 201) > percent(90)).is(true)
    end)
  end)

  it("chỉ tiêu điều chỉnh: bản có hiệu lực ngày ấy", function()
    on("2023-12-31", function()
      local revisions = { { on = day "2023-06-01", new = 80 }, { on = day "2023-09-01", new = 90 } }
      expect(r.attainment.target_on(100, revisions, day "2023-05-31")).is(100)
      expect(r.attainment.target_on(100, revisions, day "2023-06-01")).is(80)
      expect(r.attainment.target_on(100, revisions, day "2023-12-31")).is(90)
    end)
  end)
end)

describe("R-27 đảng phí", function()
  local function amount(text, facts)
    local money, note
    on(text, function()
      facts.month = date(text)
      money, note = r.dues.of_month(facts)
    end)
    return money, note
  end

  it("ví dụ của quy tắc", function()
    expect((amount("2026-03-15", { basis = "insured", amount = 8970000 }))).is(89700)
    expect((amount("2026-03-15", { basis = "pension", amount = 6345000 }))).is(31725)
    expect((amount("2026-03-15", { basis = "student" }))).is(5000)
  end)

  it("đến 31/01/2026 theo 342, từ 01/02/2026 theo 01-QĐ/TW", function()
    local old, note = amount("2026-01-31", { basis = "student" })
    expect(old).is(3000)
    expect(note).contains "chưa kiểm chứng"
    expect((amount("2026-02-01", { basis = "student" }))).is(5000)
    expect((amount("2026-01-31", { basis = "insured", amount = 8970000, party_years = 60 }))).is(89700)
  end)

  it("nửa đồng làm tròn lên (§7)", function()
    expect((amount("2026-03-15", { basis = "pension", amount = 6345100 }))).is(31726)
    expect((amount("2026-03-15", { basis = "pension", amount = 6345099 }))).is(31725)
    expect((amount("2026-03-15", { basis = "insured", amount = 149 }))).is(1)
    expect((amount("2026-03-15", { basis = "insured", amount = 150 }))).is(2)
  end)

  it("miễn và giảm từ 2026", function()
    expect((amount("2026-03-15", { basis = "pension", amount = 6345000, party_years = 50 }))).is(0)
    expect((amount("2026-03-15", { basis = "pension", amount = 6345000, party_years = 49 }))).is(31725)
    expect((amount("2026-03-15", { basis = "pension", amount = 6345000, social_pension = true }))).is(0)
    expect((amount("2026-03-15", { basis = "insured", amount = 8970000, reduction = 30 }))).is(62790)
    expect(function() amount("2026-03-15", { basis = "insured", amount = 1, reduction = 40 }) end).fails_with "40"
    expect(function()
      amount("2026-03-15", { basis = "insured", amount = 1, reduction = 30, reduction_months = 13 })
    end).fails_with "12"
  end)

  it("một điều viết sai không bị bỏ qua", function()
    expect(function() amount("2026-03-15", { basis = "insured", amount = 8970000, reducton = 30 }) end)
      .fails_with "reduction"
    expect(function() r.ratings.excellent_cap { godd = 37 } end).fails_with "good"
  end)

  it("đối tượng không có mức thì chưa biết, không bịa", function()
    expect(function() amount("2026-03-15", { basis = "other", amount = 1 }) end).fails_with "other"
    expect(function() amount("2025-03-15", { basis = "benefit", amount = 1 }) end).fails_with "benefit"
    expect(function() amount("2025-03-15", { basis = "insured", amount = 1, reduction = 30 }) end).fails_with "mức giảm"
    expect(function() amount("2026-03-15", { basis = "insured" }) end).fails_with "chưa có số tiền"
  end)

  it("ba tháng trong một năm thì xem xét, qua hai năm thì nhắc", function()
    on("2024-12-31", function()
      local function state(...)
        local days = {}
        for i, text in ipairs { ... } do days[i] = day(text) end
        return (r.dues.arrears(days))
      end
      expect(state("2024-01-31", "2024-04-30", "2024-09-30")).is "flag"
      expect(state("2023-11-30", "2023-12-31", "2024-01-31")).is "warning"
      expect(state("2024-01-31", "2024-04-30")).is "none"
      expect(state("2024-01-01", "2024-01-31", "2024-04-30")).is "none"
    end)
  end)
end)
