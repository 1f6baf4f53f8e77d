-- S4: a screening campaign, and the coverages beside it.
local plan, metrics = require "plan", require "metrics"

return plan.define {
  id = "s4-02", title = "Kế hoạch số 02-KH/ĐUK", every = "year", needs = { "dues" },
  document = { type = "plan", number = 2, organ = "ĐUK" },
  targets = {
    plan.target { id = "assigned", op = "all",
      measure = metrics.coverage { of = "member", has = "assignment", except = { "exempt", "suspended" } } },
    plan.target { id = "notices", op = "all",
      measure = metrics.coverage { of = "transfer", has = "notice", kind = "official_out" } },
    plan.target { id = "dues", op = "eq", value = 0, measure = metrics.dues_arrears() },
    plan.target { id = "meeting_day", op = "eq", value = 0, measure = metrics.off_day_meetings() },
  },
  tasks = { plan.task { id = "screening", due = plan.by "2019-05-19" } },
}
