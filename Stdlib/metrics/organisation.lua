--- Merged branches, administrative units, the population (R-20, R-30).
local host = ...
local base = require "regulations.base"
local shared = require "metrics.shared"

local metric, rows_share = shared.metric, shared.rows_share
local scope, year_of, branches_of = shared.scope, shared.year_of, shared.branches_of

local metrics = {}

--- Branches that serve two administrative units or more (R-20). Options: type, scope.
function metrics.merged_branches(options)
  local o = shared.options(options, { "type", "scope" })
  local function merged() return branches_of(o):where(function(branch) return branch:is_merged() end) end
  return metric(merged, merged)
end

--- By how many the merged branches grew since the end of the period before (R-20): 0 or less is a decrease.
function metrics.merged_trend(options)
  shared.options(options, {})
  local function count(roots) return #roots.branches:where(function(branch) return branch:is_merged() end) end
  return metric(function()
    local now = count(scope())
    local before = count(scope().at(scope().period:previous().last))
    return now - before, ("%d → %d"):format(before, now)
  end)
end

--- The share of administrative units that have a branch of their own, of those that are not special (R-20).
--- Options: except ("special"), scope.
function metrics.unit_coverage(options)
  local o = shared.options(options, { "except", "scope" })
  if o.except ~= nil and o.except ~= "special" then error("except: special \u{2060}/ except is special", 2) end
  return rows_share(function()
    local all = scope().admin_units:where(function(unit) return not unit.special end)
    if o.scope ~= nil then all = all:where(o.scope) end
    return all
  end, function(unit) return unit.branch ~= nil and not unit.branch:is_merged() end)
end


local function population(roots, categories, year)
  local whole, missing = 0, {}
  for _, category in ipairs(categories) do
    local rows = roots.headcounts:where { category = category, year = year }
    if not rows:any() then missing[#missing + 1] = text.label("member.category", category) end
    whole = whole + rows:sum "count"
  end
  if #missing > 0 then
    base.not_about(("chưa có tổng số người năm %d: %s"):format(year, table.concat(missing, ", ")))
  end
  return share(roots.members:where { category = categories }, whole)
end

local function categories_of(o)
  if type(o.categories) ~= "table" or #o.categories == 0 then
    error("categories = { \"lecturer\", … } \u{2060}/ categories = { \"lecturer\", … }", 3)
  end
  return o.categories
end

--- The share of members in a population (R-30): unknown headcounts are not applicable, never 0. Options: categories,
--- year.
function metrics.population_share(options)
  local o = shared.options(options, { "categories", "year" })
  local categories = categories_of(o)
  return metric(function() return population(scope(), categories, year_of(o)) end)
end

--- Whether the share of members in a population rose since the year before (R-30, "năm sau cao hơn năm trước"): 1, 0
--- or -1, with both shares and the difference in points in the message. Options: categories, year.
function metrics.population_rise(options)
  local o = shared.options(options, { "categories", "year" })
  local categories = categories_of(o)
  return metric(function()
    local year = year_of(o)
    local now = population(scope(), categories, year)
    local before = population(scope().at(date(("%d-12-31"):format(year - 1))), categories, year - 1)
    local order = before < now and 1 or now < before and -1 or 0
    return order, ("%s → %s (%s)"):format(before, now, host.points_text(before.part, before.whole, now.part, now.whole))
  end)
end

return metrics
