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

--- Waits for an event; due so many days after it, where that is given.
function plan.after(event, days) return { timing = "after", event = event, days = days } end

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
