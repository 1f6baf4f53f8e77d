-- S3: admissions in student branches, classes, merged branches, the share of members.
local plan, metrics = require "plan", require "metrics"

return plan.define {
  id = "s3-hcm", title = "Chương trình hành động số 12-CTr/ĐUK", every = "year",
  document = { type = "programme", number = 12, organ = "ĐUK" }, period = { "2017-09-01", "2020-12-31" },
  targets = {
    plan.target { id = "student_branches", op = "all",
      measure = metrics.branches_with_admission { type = "student", min = 1 } },
    plan.target { id = "classes_awareness", op = "ge", value = 2, measure = metrics.classes { kind = "awareness" } },
    plan.target { id = "classes_new", op = "ge", value = 2, measure = metrics.classes { kind = "new_member" } },
    plan.target { id = "merged_down", op = "le", value = 0, measure = metrics.merged_trend() },
    plan.target { id = "share_up", op = "gt", value = 0,
      measure = metrics.population_rise { categories = { "lecturer", "student" } } },
  },
  tasks = {
    plan.task { id = "conference", due = plan.month(9, 2017) },
    plan.task { id = "training", due = plan.after("branch_congress_2017_2020", plan.quarter(1, 2018)) },
    plan.task { id = "quarter_list", due = plan.every(3) },
    plan.task { id = "classes", due = plan.times_per_year(2) },
  },
}
