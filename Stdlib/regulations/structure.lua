--- Merged branches, and whether one can be split (R-20, R-21).
local base = require "regulations.base"

local structure = {}

--- Whether a count never grows from one date to the next (R-20, "giảm dần"): true, or false and the first step that
--- grows.
function structure.never_grows(counts)
  for i = 2, #counts do
    if counts[i] > counts[i - 1] then return false, ("%d → %d"):format(counts[i - 1], counts[i]) end
  end
  return true, ""
end

--- From which day each part of a merged branch has enough official members (R-21). A part: `official` (a count) and
--- `probation_ends` (the days on which its probationers can be official). Answers the parts in order, each with
--- `feasible` and `from` (nil where its people never suffice), and the day from which all are feasible. Options:
--- min_official, on.
function structure.split(parts, options)
  local day = base.day(options and options.on)
  local n = base.numbers(options, day, { min_official = "branch_min_official" }, { "on" })
  local result, all_from, never = {}, day, false
  for position, part in ipairs(parts) do
    local ends = {}
    for i, last in ipairs(part.probation_ends or {}) do ends[i] = last end
    table.sort(ends)
    local lacking = n.min_official - part.official
    local from = day
    if lacking > 0 then from = ends[lacking] end
    if from ~= nil and from < day then from = day end
    result[position] = { feasible = from ~= nil and from <= day, from = from, lacking = math.max(0, lacking) }
    if from == nil then never = true else all_from = base.later(all_from, from) end
  end
  if never then return result, nil end
  return result, all_from
end

return structure
