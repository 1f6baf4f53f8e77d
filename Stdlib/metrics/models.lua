--- Classes and model branches (R-16, R-31).
local ratings = require "regulations.ratings"
local shared = require "metrics.shared"

local metric, scope, year_of = shared.metric, shared.scope, shared.year_of

local metrics = {}

--- Classes of a kind that were held in the year (R-31); one that spans New Year counts in the year of its end.
--- Options: kind, year, by ("to", "from").
function metrics.classes(options)
  local o = shared.options(options, { "kind", "year", "by" })
  local field = o.by or "to"
  if field ~= "to" and field ~= "from" then error("by: to hoặc from \u{2060}/ by is to or from", 2) end
  return metric(function()
    local year = year_of(o)
    return scope().classes:where(function(class)
      if o.kind ~= nil and class.kind ~= o.kind then return false end
      local day = class[field] or class.from
      return day ~= nil and day <= scope().as_of and day.year == year
    end)
  end)
end

local function recognised(o)
  return scope().branches:where(function(branch)
    for registration in branch.registrations do
      local year = registration.recognised.year
      if year ~= nil and year <= year_of(o) and (o.model == nil or registration.model == o.model) then return true end
    end
    return false
  end)
end

local function good_branches(o)
  return scope().branches:where(function(branch)
    local rating = branch:rating(year_of(o))
    return rating ~= nil and ratings.at_least(rating.level, "good")
  end)
end

--- The share of branches that are recognised as a model (R-16), of all branches or of those rated good; the message has
--- both, and says where the answer depends on the denominator. Options: denominator ("all", "good"), above, model,
--- year.
function metrics.recognised_share(options)
  local o = shared.options(options, { "denominator", "above", "model", "year" })
  if o.denominator ~= nil and o.denominator ~= "all" and o.denominator ~= "good" then
    error("denominator: all hoặc good \u{2060}/ denominator is all or good", 2)
  end
  return metric(function()
    local models = recognised(o)
    local of_all, of_good = share(models, scope().branches), share(models, good_branches(o))
    local message = ("trên tổng số: %s; trên số hoàn thành tốt: %s"):format(of_all, of_good)
    if o.above ~= nil and of_all.whole > 0 and of_good.whole > 0
      and (of_all > percent(o.above)) ~= (of_good > percent(o.above)) then
      message = message .. "; phụ thuộc mẫu số"
    end
    return o.denominator == "good" and of_good or of_all, message
  end)
end

--- Branches that were selected for a model in a year. Takes the year, or options: year, model.
function metrics.selected(options)
  if math.type(options) == "integer" then options = { year = options } end
  local o = shared.options(options, { "year", "model" })
  return metric(function()
    local found = scope().registrations:where { year = year_of(o), selected = true }
    return o.model and found:where { model = o.model } or found
  end)
end

return metrics
