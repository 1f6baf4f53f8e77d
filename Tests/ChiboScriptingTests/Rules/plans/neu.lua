-- S0: the plan of a university committee, measured by the library.
local plan, metrics = require "plan", require "metrics"

return plan.define {
  id = "s0-neu", title = "Kế hoạch thực hiện NQ21", every = "year",
  document = { type = "plan", number = 3, organ = "ĐU", date = "2022-12-29", place = "Hà Nội" },
  period = { "2023-01-01", "2025-12-31" },
  parents = { "21-NQ/TW 2022-06-16", "07-KH/TW 2022-08-17", "74-KH/ĐUK 2022-10-27" },
  targets = {
    plan.target { id = "org_good", op = "gt", value = 90, unit = "percent",
      measure = metrics.rating_share { subject = "unit", at_least = "good" } },
    plan.target { id = "member_good", op = "gt", value = 90, unit = "percent",
      measure = metrics.rating_share { subject = "member", at_least = "good" } },
    plan.target { id = "admissions", op = "ge", value = 100, measure = metrics.admissions { basis = "ceremony" } },
    plan.target { id = "theme_plan", op = "all", measure = metrics.coverage { of = "branch", has = "theme_plan" } },
    plan.target { id = "thematic", op = "all", measure = metrics.branches_with { kind = "thematic", min = 4 } },
    plan.target { id = "no_merged", op = "eq", value = 0, by = "2023-12-31", measure = metrics.merged_branches() },
    plan.target { id = "unit_cover", op = "all", by = "2023-12-31",
      measure = metrics.unit_coverage { except = "special" } },
  },
  tasks = {
    plan.task { id = "student_restructure", due = plan.month(4, 2023) },
    plan.task { id = "screen_students", due = plan.quarter(1, 2023) },
    plan.task { id = "overall_project", due = plan.year(2023) },
    plan.task { id = "univ_model", due = plan.after "de_an_tai_cau_truc" },
  },
}
