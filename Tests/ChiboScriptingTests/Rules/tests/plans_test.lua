-- The five worked plans (domain.md §5): what each has to say over made-up records: R-09 to R-11, R-16, R-23 …

local made = require "lib.made"

local rows, join = made.rows, made.join

local function branch_id(i) return ("CB%02d"):format(i) end

local function branches(n, type)
  return rows(n, function(i)
    return { id = branch_id(i), name = "Chi bộ " .. i, type = type or "faculty", established_on = "2010-01-01" }
  end)
end

describe("S0: 40 chi bộ, 39 đủ bốn buổi, 97 kết nạp, 181/201 đảng viên tốt", function()
  local people = rows(201, function(i) return { id = ("M-%03d"):format(i), branch = branch_id(1 + i % 40) } end)
  local meetings = {}
  for i = 1, 40 do
    for month = 1, i == 40 and 3 or 4 do
      meetings[#meetings + 1] = {
        branch = branch_id(i), kind = "thematic", date = ("2023-%02d-03"):format(month * 3), topic = "Chủ đề " .. month,
      }
    end
  end
  local data = fixture {
    branches = branches(40), members = people, meetings = meetings,
    ratings = rows(201, function(i)
      return { member = people[i].id, year = 2023, level = i <= 181 and "good" or "completed" }
    end),
    admissions = rows(97, function(i)
      return { full_name = "Người " .. i, branch = branch_id(1), admitted_on = "2023-05-19" }
    end),
  }
  local result = evaluate("s0-neu", data, { period = 2023 })

  it("chuyên đề 97,5 % không đạt, thiếu chi bộ 40", function()
    expect(result.targets.thematic.answer).is "not_met"
    expect(result.targets.thematic.text).is "97,5 %"
    expect(result.targets.thematic.counts).is "39/40"
    expect(result.targets.thematic.lacking).is { "Chi bộ 40" }
  end)

  it("kết nạp thiếu 3", function()
    expect(result.targets.admissions.answer).is "not_met"
    expect(result.targets.admissions.shortfall).is(3)
  end)

  it("đảng viên 90,05 % đạt", function()
    expect(result.targets.member_good.answer).is "met"
    expect(result.targets.member_good.text).is "90,05 %"
  end)

  it("không có chi bộ ghép; chưa xếp loại tổ chức thì không áp dụng", function()
    expect(result.targets.no_merged.answer).is "met"
    expect(result.targets.org_good.answer).is "not_applicable"
    expect(result.targets.theme_plan.answer).is "not_met"
    expect(#result.targets.theme_plan.lacking).is(40)
  end)

  it("R-23: tháng 4, quý I, năm, sau sự kiện", function()
    expect(result.tasks.student_restructure.due).is(date "2023-04-30")
    expect(result.tasks.screen_students.due).is(date "2023-03-31")
    expect(result.tasks.overall_project.due).is(date "2023-12-31")
    expect(result.tasks.univ_model.due).is_nil()
    expect(result.tasks.univ_model.state).is "waiting_event"
  end)
end)

describe("S1: chỉ có nhiệm vụ", function()
  local records = { branches = { { id = "CB1" } } }

  it("bốn nhiệm vụ chờ sự kiện, không có chỉ tiêu", function()
    local result = evaluate("s1-bd", fixture(records), { period = 2023 })
    expect(#result.targets).is(0)
    local waiting = 0
    for _, task in ipairs(result.tasks) do
      if task.state == "waiting_event" then waiting = waiting + 1 end
    end
    expect(waiting).is(4)
    expect(result.tasks.unit_plan.due).is(date "2023-02-27")
    expect(result.tasks.coord_1972.due).is(date "2023-06-30")
  end)

  it("có hướng dẫn thì có hạn", function()
    local data = fixture { events = { { name = "tu_guidance_class_test", occurred_on = "2023-03-01" } } }
    local task = evaluate("s1-bd", data, { period = 2023 }).tasks.class_test
    expect(task.due).is(date "2023-03-31")
    expect(task.state).is "overdue"
  end)

  it("R-24: nhận ngày 28/02/2023 thì muộn 1 ngày", function()
    local data = fixture {
      units = { { id = "U-1" } },
      submissions = { { unit = "U-1", name = "unit_plan", due = "2023-02-27", received_on = "2023-02-28" } },
    }
    given(data, { as_of = "2023-03-05" }, function()
      local state, days = submissions[1]:standing()
      expect(state).is "late"
      expect(days).is(1)
    end)
  end)

  it("R-35: 8 có hạn, 5 xong là 62,5 %", function()
    -- Of the twelve tasks of the plan four wait and five go on; three have dates.
    local done = fixture { progress = {
      { plan = "s1-bd", task = "coord_1972", done_on = "2023-06-01", recorded_on = "2023-06-01", state = "done" },
      { plan = "s1-bd", task = "unit_plan", done_on = "2023-02-27", recorded_on = "2023-02-27", state = "done" },
    } }
    local result = evaluate("s1-bd", done, { period = 2023 })
    expect(tostring(result.progress)).is "66,67 %"
    expect(result.progress.whole).is(3)
  end)
end)

describe("S2: 30 chi bộ, 27 tốt, 6 kiểu mẫu", function()
  local units = branches(30)
  local data = fixture {
    branches = units,
    ratings = rows(30, function(i)
      return { unit = branch_id(i), year = 2025, level = i <= 27 and "good" or "completed" }
    end),
    registrations = join(
      rows(6, function(i)
        return { unit = branch_id(i), model = "five_good", year = 2025, ["recognised.year"] = 2025 }
      end),
      { { unit = branch_id(9), model = "five_good", year = 2022, selected = true } }),
  }
  local result = evaluate("s2-tb", data, { period = 2025 })

  it("90 % đạt; kiểu mẫu 20 % không đạt, 22,22 % đạt: phụ thuộc mẫu số", function()
    expect(result.targets.good_2025.answer).is "met"
    expect(result.targets.good_2025.text).is "90 %"
    expect(result.targets.model_2025.answer).is "not_met"
    expect(result.targets.model_2025.text).is "20 %"
    expect(result.targets.model_2025_good.answer).is "met"
    expect(result.targets.model_2025_good.text).is "22,22 %"
    expect(result.targets.model_2025.message).contains "phụ thuộc mẫu số"
  end)

  it("chọn 1 đến 2 chi bộ năm 2022", function() expect(result.targets.selected_2022.answer).is "met" end)
  it("trước 10/6/2022", function() expect(result.tasks.conference.due).is(date "2022-06-09") end)
end)

describe("S3: kết nạp ở chi bộ sinh viên, lớp, chi bộ ghép", function()
  local data = fixture {
    branches = branches(13, "student"),
    admissions = rows(12, function(i)
      return { full_name = "SV " .. i, branch = branch_id(i), admitted_on = "2018-05-19" }
    end),
    classes = {
      { kind = "awareness", from = "2018-03-01", to = "2018-03-10" },
      { kind = "awareness", from = "2018-10-01", to = "2018-10-10" },
      { kind = "new_member", from = "2018-05-01", to = "2018-05-10" },
    },
    events = { { name = "branch_congress_2017_2020", occurred_on = "2018-02-10" } },
  }
  local result = evaluate("s3-hcm", data, { period = 2018 })

  it("12/13 không đạt; lớp đảng viên mới thiếu 1", function()
    expect(result.targets.student_branches.text).is "92,31 %"
    expect(result.targets.classes_awareness.answer).is "met"
    expect(result.targets.classes_new.answer).is "not_met"
    expect(result.targets.classes_new.shortfall).is(1)
    expect(result.targets.merged_down.answer).is "met"
  end)

  it("chưa có tổng số người thì không áp dụng", function()
    expect(result.targets.share_up.answer).is "not_applicable"
    expect(result.targets.share_up.message).contains "giảng viên"
  end)

  it("R-23: sau Đại hội và trong quý I/2018; mỗi ba tháng; hai lần trong năm", function()
    expect(result.tasks.training.due).is(date "2018-03-31")
    expect(result.tasks.quarter_list.due).is(date "2018-11-30")
    expect(result.tasks.classes.due).is(date "2018-12-31")
    local before = evaluate("s3-hcm", fixture { branches = branches(1) }, { period = 2018 })
    expect(before.tasks.training.state).is "waiting_event"
  end)
end)

describe("S4: rà soát", function()
  local data = fixture {
    branches = { { id = "CB1", meeting_day = 3 } },
    members = {
      { id = "M-1", branch = "CB1", activity = "active" }, { id = "M-2", branch = "CB1", activity = "active" },
      { id = "M-3", branch = "CB1", activity = "exempt" },
    },
    assignments = { { member = "M-1", task = "việc", from = "2023-01-01" } },
    transfers = {
      { id = "T-1", member = "M-2", kind = "official_out", issued_on = "2023-10-02", state = "issued" },
    },
    meetings = {
      { branch = "CB1", kind = "regular", date = "2023-03-03" },
      { branch = "CB1", kind = "regular", date = "2023-04-05" },
    },
    dues = {
      { member = "M-1", month = "2023-01", due = 5000 }, { member = "M-1", month = "2023-04", due = 5000 },
      { member = "M-1", month = "2023-09", due = 5000 },
    },
  }

  it("một đảng viên một dòng B, C với ngày; không điền kết luận", function()
    given(data, { as_of = "2023-11-14" }, function()
      local list = members:find "M-2":screening_suggestions()
      expect(#list).is(2)
      expect(list[1].category .. list[2].category).is "BC"
      expect(list[1].on).is(date "2023-11-13")
      expect(list[1].outcome).is_nil()
    end)
  end)

  it("theo chi bộ, đếm theo nhóm", function()
    local metrics = require "metrics"
    given(data, { as_of = "2023-11-14" }, function()
      local list, counts = metrics.screening()()
      expect(#list).is(1)
      expect(list[1].member.id).is "M-2"
      expect(counts).is { A = 0, B = 1, C = 1, D = 0, E = 0 }
    end)
  end)

  it("phân công, thông báo, đảng phí, ngày sinh hoạt", function()
    local result = evaluate("s4-02", data, { period = 2023 })
    expect(result.targets.assigned.text).is "50 %"
    expect(result.targets.notices.text).is "0 %"
    expect(result.targets.dues.measured).is(1)
    expect(result.targets.meeting_day.measured).is(1)
  end)
end)
