--- Meetings (R-11, S4-09).
local shared = require "metrics.shared"

local metric, scope, branches_of = shared.metric, shared.scope, shared.branches_of

local metrics = {}

--- The share of branches that held their thematic meetings, of those that existed all year (R-11); the others are
--- listed in the message. Options: kind ("thematic"), min, minutes, each_quarter, pro_rata, type, scope.
function metrics.branches_with(options)
  local o = shared.options(options, {
    "kind", "min", "minutes", "each_quarter", "pro_rata", "type", "scope",
  })
  if o.kind ~= nil and o.kind ~= "thematic" then
    error("kind: thematic \u{2060}/ kind is thematic", 2)
  end
  local numbers = {
    per_year = o.min, minutes = o.minutes, each_quarter = o.each_quarter, pro_rata = o.pro_rata,
  }
  local function standing(branch)
    local answer, message = branch:thematic_standing(scope().period, numbers)
    return answer, message
  end
  local function judged()
    return branches_of(o):where(function(branch)
      return o.pro_rata or branch:active_all_year(scope().period.year)
    end)
  end
  return metric(function()
    local all = judged()
    local apart = branches_of(o):without(all):map(tostring)
    local message = #apart > 0 and "không đủ cả năm: " .. table.concat(apart, ", ") or ""
    return share(all:where(function(branch) return standing(branch) == true end), all), message
  end, function()
    return judged():where(function(branch) return standing(branch) ~= true end)
  end)
end

--- The regular meetings that were not on the branch's day (S4-09). Options: tolerance_days, type, scope.
function metrics.off_day_meetings(options)
  local o = shared.options(options, { "tolerance_days", "type", "scope" })
  return metric(function()
    local count = 0
    for branch in branches_of(o) do
      count = count + #branch:off_day_meetings(scope().period, { tolerance_days = o.tolerance_days })
    end
    return count
  end)
end

return metrics
