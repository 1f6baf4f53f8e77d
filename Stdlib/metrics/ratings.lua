--- Ratings (R-09).
local host = ...
local ratings = require "regulations.ratings"
local shared = require "metrics.shared"

local scope, year_of, rows_share = shared.scope, shared.year_of, shared.rows_share

local metrics = {}

local function rated_rows(o)
  local all = scope().ratings:where { year = year_of(o), quarter = none }
  if o.subject == "member" then
    all = all:where { unit = none }
  else
    all = all:where { member = none }
    if o.subject == "branch" then
      all = all:where(function(rating) return rating.unit ~= nil and rating.unit:is_branch() end)
    end
  end
  if o.scope ~= nil then all = all:where(o.scope) end
  return all:where(function(rating) return ratings.is_rated(rating.level) end)
end

local subjects = { member = true, branch = true, unit = true }

--- The share of the rated whose level is at least so good (R-09). Options: subject (member, branch, unit: all
--- organisations), at_least, year, scope.
function metrics.rating_share(options)
  local o = shared.options(options, { "subject", "at_least", "year", "scope" })
  if not subjects[o.subject] then
    error("subject: member, branch hoặc unit \u{2060}/ subject is member, branch or unit", 2)
  end
  local function good(rating)
    return ratings.at_least(rating.level, o.at_least or host.rules_on(scope().as_of).rating_good_from)
  end
  return rows_share(function() return rated_rows(o) end, good)
end

return metrics
