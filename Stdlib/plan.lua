--- Plans: targets that are measured, tasks that are due.
local host = ...

local plan = {}

--- Defines a plan. Fields: id, title, document, period, parents, related, every, params, targets, tasks.
---@param definition table
function plan.define(definition) return host.define("plan", definition) end

--- A target. Fields: id, label, every, by, op (gt ge le lt eq between all), value, unit, measure (a function or one of
--- `metrics`), lacking.
---@param target table
function plan.target(target)
  local measure = target.measure
  if type(measure) == "table" and measure.measure then
    target.measure, target.lacking = measure.measure, target.lacking or measure.lacking
  end
  return target
end

--- A task. Fields: id, label, due, lead, responsible, condition, measure.
---@param task table
function plan.task(task) return task end

--- Due by the end of a month.
function plan.month(month, year) return { timing = "month", month = month, year = year } end

--- Due by the end of a quarter.
function plan.quarter(quarter, year) return { timing = "quarter", quarter = quarter, year = year } end

--- Due by the end of a year.
function plan.year(year) return { timing = "year", year = year } end

--- Due before a day, that day not included.
function plan.before(day) return { timing = "before", date = day } end

--- Due by a day, that day included.
function plan.by(day) return { timing = "by", date = day } end

--- Waits for an event (R-23); due so many days after it, where that is given. A period in place of the days,
--- `plan.after("dai_hoi", plan.quarter(1, 2018))`: after the event and within the period.
function plan.after(event, days)
  if type(days) == "table" then return { timing = "after", event = event, within = days } end
  return { timing = "after", event = event, days = days }
end

--- Every so many months, counted from the plan's start (R-23): due on the last day of each span.
function plan.every(months) return { timing = "every", months = months } end

--- So many times a year (R-23): due by 31/12, in its own pace.
function plan.times_per_year(times) return { timing = "times_per_year", times = times } end

--- Every year, by the end of a month or of the year.
function plan.yearly(month) return { timing = "yearly", month = month } end

--- All the time.
plan.ongoing = { timing = "ongoing" }

--- When it is needed.
plan.adhoc = { timing = "adhoc" }

--- How a plan stands, as `chibo plan` gives it.
---@param id string
function plan.evaluate(id, options) return host.run("plan", id, options) end

return plan
