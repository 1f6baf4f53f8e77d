--- Admissions (R-10, R-19).
local shared = require "metrics.shared"

local metric, scope, year_of, branches_of = shared.metric, shared.scope, shared.year_of, shared.branches_of

local metrics = {}

local function in_years(day, first, last) return day ~= nil and day.year >= first and day.year <= last end

local function number_of(value, fallback)
  if value == nil then return fallback end
  return math.tointeger(tonumber(value)) or error("năm không đúng: " .. tostring(value), 3)
end

local bases = { ceremony = "admitted_on", decision = "decision_on" }

local function admitted(o, readmission)
  local field = bases[o.basis or "ceremony"]
  if not field then error("basis: ceremony hoặc decision \u{2060}/ basis is ceremony or decision", 3) end
  local year = year_of(o)
  local first, last = number_of(o.from, year), number_of(o.to, year)
  return scope().admissions:where(function(row)
    if (row.readmission or false) ~= readmission then return false end
    if o.within ~= nil then return row[field] ~= nil and o.within:contains(row[field]) end
    return in_years(row[field], first, last) and (o.scope == nil or o.scope(row))
  end)
end

--- Admissions of the period's year, of `from` to `to` (years) or `within` a period (R-10); those admitted again are
--- counted apart, in the message. Options: basis (ceremony, decision), year, from, to, within, scope.
function metrics.admissions(options)
  local o = shared.options(options, { "basis", "year", "from", "to", "within", "scope" })
  return metric(function()
    local again = #admitted(o, true)
    return admitted(o, false), again > 0 and ("kết nạp lại: %d"):format(again) or ""
  end)
end

--- The share of branches with so many admissions in the year (R-19); a branch without candidates counts, and the
--- message says how many those are. Options: type, min, year, scope.
function metrics.branches_with_admission(options)
  local o = shared.options(options, { "type", "min", "year", "scope" })
  local function has(branch)
    local year, count = year_of(o), 0
    for row in branch.admissions do
      if not row.readmission and in_years(row.admitted_on, year, year) then count = count + 1 end
    end
    return count >= (o.min or 1)
  end
  local function lacking() return branches_of(o):where(function(branch) return not has(branch) end) end
  return metric(function()
    local all = branches_of(o)
    local texts = lacking():map(function(branch) return ("%s (nguồn %d)"):format(branch, #branch.candidates) end)
    return share(all:where(has), all), table.concat(texts, ", ")
  end, lacking)
end

return metrics
