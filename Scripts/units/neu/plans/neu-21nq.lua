-- Kế hoạch số 3-KH/ĐU ngày 29/12/2022 thực hiện Nghị quyết 21-NQ/TW: eight targets, four tasks.
local plan = require "plan"
local levels = require "lib.xep-loai"

--- Branches with fewer thematic meetings than the plan asks for.
local function short_of_meetings()
  return branches:where(function(branch)
    return branch.meetings { kind = "thematic", within = period }:count() < params.min_thematic
  end)
end

--- Branches without a plan for the theme of the year.
local function without_theme_plan()
  return branches:where(function(branch)
    return not branch.documents { purpose = "theme_plan", year = period.year }:any()
  end)
end

--- Branches that serve two administrative units or more (chi bộ ghép).
local function merged()
  return branches:where(function(branch) return #branch.admin_units >= 2 end)
end

--- Administrative units that should have a branch of their own and have not.
local function without_own_branch()
  return admin_units:where(function(unit)
    return not unit.special and (not unit.branch or #unit.branch.admin_units >= 2)
  end)
end

local function assessed_well(record)
  return record.assessments { topic = "study_hcm", year = period.year, result = "positive" }:any()
end

local function not_assessed_well(rows)
  return rows:where(function(record) return not assessed_well(record) end)
end

return plan.define {
  id = "neu-21nq", title = "Kế hoạch thực hiện Nghị quyết số 21-NQ/TW", every = "year",
  document = { type = "plan", number = 3, organ = "ĐU", date = "2022-12-29", place = "Hà Nội" },
  period = { "2023-01-01", "2025-12-31" },
  parents = { "21-NQ/TW 2022-06-16", "07-KH/TW 2022-08-17", "74-KH/ĐUK 2022-10-27" },
  related = { "21-KH/ĐU 2022-12-21", "22-KH/ĐU 2022-12-26", "207-NQ/ĐU 2021-08-05" },
  params = { min_thematic = 4 },

  targets = {
    plan.target {
      id = "org_good", label = "Tổ chức đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên",
      every = "year", op = "gt", value = 90, unit = "percent",
      measure = function() return levels.good_share(ratings:where { year = period.year, member = none }) end,
    },
    plan.target {
      id = "member_good", label = "Đảng viên được xếp loại từ hoàn thành tốt nhiệm vụ trở lên",
      every = "year", op = "gt", value = 90, unit = "percent",
      measure = function() return levels.good_share(ratings:where { year = period.year, unit = none }) end,
    },
    plan.target {
      id = "admissions", label = "Kết nạp đảng viên mới", every = "year", op = "ge", value = 100,
      measure = function() return admissions:where { within = period } end,
    },
    plan.target {
      id = "study_hcm", label = "Chi bộ và đảng viên thực hiện tốt việc học tập và làm theo Bác",
      every = "year", op = "all",
      measure = function()
        local without = #not_assessed_well(branches) + #not_assessed_well(members)
        local all = #branches + #members
        return share(all - without, all)
      end,
      lacking = function() return not_assessed_well(branches) end,
    },
    plan.target {
      id = "theme_plan", label = "Chi bộ có kế hoạch theo chủ đề hằng năm", every = "year", op = "all",
      measure = function() return share(branches:without(without_theme_plan()), branches) end,
      lacking = without_theme_plan,
    },
    plan.target {
      id = "thematic", label = "Chi bộ tổ chức sinh hoạt chuyên đề 4 lần/năm trở lên", every = "year", op = "all",
      measure = function() return share(branches:without(short_of_meetings()), branches) end,
      lacking = short_of_meetings,
    },
    plan.target {
      id = "no_merged", label = "Xóa chi bộ ghép", by = "2023-12-31", op = "eq", value = 0,
      measure = function() return merged() end,
      lacking = merged,
    },
    plan.target {
      id = "unit_cover", label = "Đơn vị hành chính (trừ đơn vị đặc thù) có chi bộ riêng",
      by = "2023-12-31", op = "all",
      measure = function()
        local ordinary = admin_units:where(function(unit) return not unit.special end)
        return share(ordinary:without(without_own_branch()), ordinary)
      end,
      lacking = without_own_branch,
    },
  },

  tasks = {
    plan.task {
      id = "student_restructure", label = "Tái cấu trúc chi bộ sinh viên", due = plan.month(4, 2023),
      lead = "Ban Thường vụ Đảng ủy",
    },
    plan.task {
      id = "screen_students", label = "Rà soát, sàng lọc đảng viên tại các chi bộ sinh viên",
      due = plan.quarter(1, 2023), lead = "Ủy ban Kiểm tra Đảng ủy",
      measure = function()
        local student = branches:where { type = "student" }
        local finished = student:where(function(branch)
          local screenings = branch.campaigns { kind = "screening" }
          return screenings:any(function(screening) return screening.done_on ~= nil end)
        end)
        if #student > 0 and #finished == #student then
          return campaigns:where { kind = "screening" }:max "done_on", ("%d/%d chi bộ"):format(#finished, #student)
        end
        return share(finished, student), ("%d/%d chi bộ"):format(#finished, #student)
      end,
    },
    plan.task {
      id = "overall_project", label = "Nghiên cứu Đề án tổng thể thực hiện KL21, NQ21", due = plan.year(2023),
      lead = "Văn phòng Đảng ủy",
    },
    plan.task {
      id = "university_model", label = "Nghiên cứu mô hình tổ chức đảng khi chuyển thành Đại học",
      due = plan.after "de_an_tai_cau_truc", lead = "Đảng ủy",
    },
  },
}
