--- What the measures share: a metric, its options, its year, its branches.
local host = ...
local base = require "regulations.base"

local shared = {}

local scope = host.scope

local Metric = { __name = "metric", __metatable = "metric" }
Metric.__call = function(metric) return host.raw(metric, "measure")() end

--- A metric from what measures it, and what is lacking to it.
function shared.metric(measure, lacking)
  return setmetatable({ measure = measure, lacking = lacking }, Metric)
end

shared.scope = scope

--- The options of a measure; one that it does not know is an error.
function shared.options(given, known)
  base.numbers(given, nil, {}, known)
  return given or {}
end

--- The year that a measure is about.
function shared.year_of(o) return o.year or scope().period.year end

--- The branches that a metric is about: those on the roll, of a type where one is named.
function shared.branches_of(o)
  local all = scope().branches
  if o.type ~= nil then all = all:where { type = o.type } end
  if o.scope ~= nil then all = all:where(o.scope) end
  return all
end

--- A share of rows, and those that are lacking.
function shared.rows_share(rows, check)
  return shared.metric(
    function()
      local all = rows()
      return share(all:where(check), all)
    end,
    function() return rows():where(function(row) return not check(row) end) end)
end

return shared
