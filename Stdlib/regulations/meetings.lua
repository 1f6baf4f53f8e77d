--- How many thematic meetings a branch owes (R-11).
local base = require "regulations.base"

local meetings = {}

--- The months of a year in which a branch existed; the month of its creation counts whole.
function meetings.months_of_year(year, established_on)
  if established_on == nil or established_on.year < year then return 12 end
  if established_on.year > year then return 0 end
  return 13 - established_on.month
end

--- How many thematic meetings a branch owes in a year (R-11); one created in the year its part, rounded up.
--- Options: per_year.
function meetings.thematic_required(year, established_on, options)
  local n = base.numbers(options, base.day(), { per_year = "thematic_meetings_per_year" })
  local months = meetings.months_of_year(year, established_on)
  return (n.per_year * months + 11) // 12
end

return meetings
