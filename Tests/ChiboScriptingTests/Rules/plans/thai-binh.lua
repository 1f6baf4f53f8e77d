-- S2: model branches until 2025.
local plan, metrics = require "plan", require "metrics"

return plan.define {
  id = "s2-tb", title = "Kế hoạch số 183-KH/ĐU", every = "year",
  document = { type = "plan", number = 183, organ = "ĐU", date = "2022-05-31", place = "Thái Bình" },
  period = { "2022-06-01", "2025-12-31" },
  targets = {
    plan.target { id = "registered", op = "all", measure = metrics.coverage { of = "branch", has = "roadmap" } },
    plan.target { id = "selected_2022", op = "between", value = { 1, 2 }, measure = metrics.selected(2022) },
    plan.target { id = "good_2025", op = "ge", value = 90, unit = "percent", by = "2025-12-31",
      measure = metrics.rating_share { subject = "branch", at_least = "good" } },
    plan.target { id = "model_2025", op = "gt", value = 20, unit = "percent", by = "2025-12-31",
      measure = metrics.recognised_share { denominator = "all", above = 20 } },
    plan.target { id = "model_2025_good", op = "gt", value = 20, unit = "percent", by = "2025-12-31",
      measure = metrics.recognised_share { denominator = "good", above = 20 } },
  },
  tasks = { plan.task { id = "conference", due = plan.before "2022-06-10" } },
}
