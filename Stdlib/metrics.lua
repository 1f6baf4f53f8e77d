--- Measures for targets: `measure = metrics.admissions { basis = "ceremony" }`. Each is measured when the plan is
--- evaluated, and names what is lacking. Called by itself, `metrics.admissions {} ()`, it answers its value and a
--- message.
local metrics = {}

for _, module in ipairs {
  require "metrics.ratings",
  require "metrics.admissions",
  require "metrics.coverage",
  require "metrics.meetings",
  require "metrics.organisation",
  require "metrics.models",
  require "metrics.lists",
} do
  for name, measure in pairs(module) do metrics[name] = measure end
end

return metrics
