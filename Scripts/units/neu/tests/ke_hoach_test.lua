-- The plan's targets and tasks: a case that passes and one that fails for each.

--- Records of a kind: `times(3, function(i) return { … } end)`.
local function times(count, make)
  local list = {}
  for i = 1, count do list[i] = make(i) end
  return list
end

local function id(prefix, i) return ("%s-%03d"):format(prefix, i) end

local function joined(...)
  local all = {}
  for _, list in ipairs { ... } do
    for _, element in ipairs(list) do all[#all + 1] = element end
  end
  return all
end

local function target(records, name, options)
  return evaluate("neu-21nq", fixture(records), options or { period = 2023 }).targets[name]
end

local function task(records, name, as_of)
  return evaluate("neu-21nq", fixture(records), { period = 2023, as_of = date(as_of) }).tasks[name]
end

local function branches_with(count, fields)
  return times(count, function(i)
    local branch = { id = id("CB", i), name = "Chi bộ " .. i }
    for key, value in pairs(fields or {}) do branch[key] = value end
    return branch
  end)
end

local function members_of(count, branch)
  return times(count, function(i) return { id = id("M", i), branch = branch, grade = "official" } end)
end

describe("chỉ tiêu xếp loại", function()
  local function organisations(good, all)
    return {
      branches = branches_with(all),
      ratings = times(all, function(i)
        return { unit = id("CB", i), year = 2023, level = i <= good and "good" or "completed" }
      end),
    }
  end

  local function people(good, all)
    return {
      branches = branches_with(1),
      members = members_of(all, "CB-001"),
      ratings = times(all, function(i)
        return { member = id("M", i), year = 2023, level = i <= good and "excellent" or "completed" }
      end),
    }
  end

  it("tổ chức: 91/100 đạt", function()
    local result = target(organisations(91, 100), "org_good")
    expect(result.answer).is "met"
    expect(result.text).is "91 %"
  end)

  it("tổ chức: 90/100 chưa đạt, vì trên 90 % là hơn 90 %", function()
    expect(target(organisations(90, 100), "org_good").answer).is "not_met"
  end)

  it("đảng viên: 181/201 đạt", function()
    local result = target(people(181, 201), "member_good")
    expect(result.answer).is "met"
    expect(result.text).is "90,05 %"
  end)

  it("đảng viên: 45/50 chưa đạt", function()
    local result = target(people(45, 50), "member_good")
    expect(result.answer).is "not_met"
    expect(result.text).is "90 %"
  end)

  it("người không xếp loại không nằm trong mẫu số", function()
    local records = people(10, 10)
    records.members = members_of(11, "CB-001")
    records.ratings[11] = { member = id("M", 11), year = 2023, level = "not_rated" }
    expect(target(records, "member_good").counts).is "10/10"
  end)

  it("chưa xếp loại ai thì không áp dụng", function()
    expect(target({ branches = branches_with(1) }, "member_good").answer).is "not_applicable"
  end)
end)

describe("chỉ tiêu kết nạp", function()
  local function admitted(count, day)
    return { branches = branches_with(1), admissions = times(count, function(i)
      return { full_name = "Người " .. i, branch = "CB-001", admitted_on = day or "2023-05-19" }
    end) }
  end

  it("100 người đạt", function() expect(target(admitted(100), "admissions").answer).is "met" end)

  it("97 người thiếu 3", function()
    local result = target(admitted(97), "admissions")
    expect(result.answer).is "not_met"
    expect(result.shortfall).is(3)
  end)

  it("tính theo ngày lễ kết nạp trong năm", function()
    expect(target(admitted(100, "2024-01-05"), "admissions", { period = 2023 }).measured).is(0)
  end)
end)

describe("chỉ tiêu học tập và làm theo Bác", function()
  local function assessed(result_of_last)
    return {
      branches = branches_with(2),
      members = members_of(1, "CB-001"),
      assessments = {
        { unit = "CB-001", topic = "study_hcm", year = 2023, result = "positive" },
        { unit = "CB-002", topic = "study_hcm", year = 2023, result = result_of_last },
        { member = "M-001", topic = "study_hcm", year = 2023, result = "positive" },
      },
    }
  end

  it("tất cả thực hiện tốt thì đạt", function() expect(target(assessed "positive", "study_hcm").answer).is "met" end)

  it("một chi bộ chưa tốt thì chưa đạt và được nêu tên", function()
    local result = target(assessed "negative", "study_hcm")
    expect(result.answer).is "not_met"
    expect(result.counts).is "2/3"
    expect(result.lacking).is { "Chi bộ 2" }
  end)
end)

describe("chỉ tiêu kế hoạch theo chủ đề", function()
  local function planned(count)
    return { branches = branches_with(2), documents = times(count, function(i)
      return { unit = id("CB", i), purpose = "theme_plan", year = 2023, date = "2023-02-01" }
    end) }
  end

  it("chi bộ nào cũng có thì đạt", function() expect(target(planned(2), "theme_plan").answer).is "met" end)

  it("thiếu một chi bộ thì chưa đạt", function()
    local result = target(planned(1), "theme_plan")
    expect(result.answer).is "not_met"
    expect(result.lacking).is { "Chi bộ 2" }
  end)
end)

describe("chỉ tiêu sinh hoạt chuyên đề", function()
  local function held(counts)
    local meetings = {}
    for branch, count in ipairs(counts) do
      meetings = joined(meetings, times(count, function(i)
        return { branch = id("CB", branch), kind = "thematic", date = ("2023-%02d-03"):format(i) }
      end))
    end
    return { branches = branches_with(#counts), meetings = meetings }
  end

  it("đủ bốn buổi thì đạt", function() expect(target(held { 4, 5 }, "thematic").answer).is "met" end)

  it("39/40 chi bộ là 97,5 %, chưa đạt", function()
    local counts = times(40, function() return 4 end)
    counts[40] = 3
    local result = target(held(counts), "thematic")
    expect(result.answer).is "not_met"
    expect(result.text).is "97,5 %"
    expect(result.lacking).is { "Chi bộ 40" }
  end)

  it("ngưỡng là tham số của kế hoạch", function()
    local result = target(held { 3, 3 }, "thematic", { period = 2023, params = { min_thematic = 3 } })
    expect(result.answer).is "met"
  end)
end)

describe("chi bộ ghép và đơn vị hành chính", function()
  local function units(assignment)
    return {
      branches = branches_with(2),
      admin_units = times(#assignment, function(i)
        return { id = id("DV", i), name = "Đơn vị " .. i, branch = assignment[i], special = assignment[i] == nil }
      end),
    }
  end

  it("không còn chi bộ ghép thì đạt", function()
    local records = units { "CB-001", "CB-002" }
    expect(target(records, "no_merged").answer).is "met"
    expect(target(records, "unit_cover").answer).is "met"
  end)

  it("hai đơn vị chung một chi bộ thì chưa đạt", function()
    local records = units { "CB-001", "CB-001", "CB-002" }
    expect(target(records, "no_merged").measured).is(1)
    expect(target(records, "no_merged").answer).is "not_met"
    local cover = target(records, "unit_cover")
    expect(cover.answer).is "not_met"
    expect(cover.counts).is "1/3"
  end)

  it("đơn vị đặc thù không tính", function()
    local records = units { "CB-001", "CB-002" }
    records.admin_units[3] = { id = "DV-003", name = "Đơn vị 3", special = true }
    expect(target(records, "unit_cover").answer).is "met"
  end)
end)

describe("nhiệm vụ", function()
  local student = branches_with(2, { type = "student" })

  local function screened(...)
    local days, list = { ... }, {}
    for i, day in ipairs(days) do
      list[i] = { kind = "screening", name = "quý I", unit = id("CB", i), done_on = day }
    end
    return { branches = student, campaigns = list }
  end

  it("rà soát xong trước hạn", function()
    local result = task(screened("2023-03-10", "2023-03-30"), "screen_students", "2023-06-30")
    expect(result.state).is "done"
    expect(result.days_late).is(0)
  end)

  it("rà soát xong sau hạn thì chậm", function()
    local result = task(screened("2023-03-10", "2023-04-02"), "screen_students", "2023-06-30")
    expect(result.state).is "done"
    expect(result.days_late).is(2)
  end)

  it("còn chi bộ chưa rà soát thì quá hạn", function()
    local result = task(screened "2023-03-10", "screen_students", "2023-04-01")
    expect(result.state).is "overdue"
    expect(result.message).is "1/2 chi bộ"
  end)

  it("tái cấu trúc trong tháng 4/2023: hạn là 30/04/2023, tính cả ngày đó", function()
    local records = { branches = student }
    expect(task(records, "student_restructure", "2023-04-30").state).is "not_started"
    expect(task(records, "student_restructure", "2023-05-01").state).is "overdue"
    expect(tostring(task(records, "student_restructure", "2023-04-30").due)).is "30/04/2023"
  end)

  it("đề án tổng thể hoàn thành khi đã ghi nhận", function()
    local records = { branches = student, progress = {
      { plan = "neu-21nq", task = "overall_project", state = "done", percent = 100, done_on = "2023-11-20",
        recorded_on = "2023-11-20" },
    } }
    expect(task(records, "overall_project", "2023-12-31").state).is "done"
    expect(task({ branches = student }, "overall_project", "2024-01-01").state).is "overdue"
  end)

  it("mô hình Đại học chờ sự kiện", function()
    expect(task({ branches = student }, "university_model", "2023-12-31").state).is "waiting_event"
    local happened = { branches = student, events = {
      { name = "de_an_tai_cau_truc", occurred_on = "2023-06-01" },
    } }
    expect(task(happened, "university_model", "2023-12-31").state).is "not_started"
  end)
end)
