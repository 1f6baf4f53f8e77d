-- S1: a plan of tasks only; four of them wait for guidance from above.
local plan = require "plan"

local tasks = {
  plan.task { id = "model_rules", due = plan.after "tu_guidance_rules" },
  plan.task { id = "coord_1972", due = plan.month(6, 2023) },
  plan.task { id = "online_pilot", due = plan.after "tu_guidance_online" },
  plan.task { id = "four_good", due = plan.after "tu_guidance_four_good" },
  plan.task { id = "class_test", due = plan.after("tu_guidance_class_test", 30) },
  plan.task { id = "skills_class", due = plan.yearly() },
  plan.task { id = "unit_plan", due = plan.before "2023-02-28" },
}
for _, name in ipairs { "propaganda", "restructure", "meetings", "attend_units", "inspect" } do
  tasks[#tasks + 1] = plan.task { id = name, due = plan.ongoing }
end

return plan.define {
  id = "s1-bd", title = "Kế hoạch số 62-KH/ĐUK", every = "year",
  document = { type = "plan", number = 62, organ = "ĐUK" },
  targets = {}, tasks = tasks,
}
