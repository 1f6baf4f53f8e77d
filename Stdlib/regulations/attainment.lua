--- Attainment of targets and progress of plans (R-26, R-35).
local host = ...
local base = require "regulations.base"

local attainment = {}

--- So many of a target; not applicable where the target is 0 (R-26). Takes counts or collections.
function attainment.of(attained, target)
  if target == 0 then return not_applicable "chỉ tiêu bằng 0" end
  return share(attained, target)
end

--- A share for people (R-26): half up, with a comma, never on the wrong side of the threshold. Options: decimals,
--- threshold (a percentage).
function attainment.text(part, options)
  base.only(options, { "decimals", "threshold" })
  local o = options or {}
  local bound = o.threshold
  if bound ~= nil and type(bound) ~= "table" then bound = percent(bound) end
  return host.share_text(part.part, part.whole, bound and bound.units, bound and bound.denominator, o.decimals)
end

--- The value of a target on a day: the last revision by then, else the first value (R-26). Revisions: `on`, `new`.
function attainment.target_on(value, revisions, on)
  local latest
  for revision in base.each(revisions) do
    if revision.on <= on and (latest == nil or latest.on <= revision.on) then latest = revision end
  end
  if latest == nil then return value end
  return latest.new
end

local outside = { ongoing = true, adhoc = true, waiting_event = true, not_applicable = true }

--- How far tasks are (R-35): the share done of those that can be done, and how many are overdue. Tasks: `state` and
--- `due`.
function attainment.progress(tasks, on)
  local done, counted, overdue = 0, 0, 0
  for task in base.each(tasks) do
    if not outside[task.state] then
      counted = counted + 1
      if task.state == "done" then
        done = done + 1
      elseif task.due ~= nil and task.due < on then
        overdue = overdue + 1
      end
    end
  end
  return share(done, counted), overdue
end

return attainment
