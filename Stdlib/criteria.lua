--- Criteria: rules that judge branches, members or other records.
local host = ...

local criteria = {}

--- Defines a set of rules. Fields: id, title, subject, every, params, basis, scope, rules, result.
---@param definition table
function criteria.define(definition) return host.define("criteria", definition) end

--- One rule. Fields: id, title, check, basis, missing_is.
---@param rule table
function criteria.rule(rule) return rule end

--- All rules have to be met.
function criteria.all() return { combine = "all" } end

--- One rule has to be met.
function criteria.any() return { combine = "any" } end

--- At least so many rules have to be met.
---@param count integer
function criteria.at_least(count) return { combine = "at_least", count = count } end

--- The answers of a set for all records, as `chibo evaluate` gives them.
---@param id string
function criteria.evaluate(id, options) return host.run("criteria", id, options) end

return criteria
