--- Quotas: a whole number divided among pools in proportion. The result is a proposal.
local host = ...

local quota = {}

--- Defines a quota. Fields: id, title, total, among, every, params, pool, floor, cap, weight_by, weight, method,
-- attained.
---@param definition table
function quota.define(definition) return host.define("quota", definition) end

--- The division, as `chibo allocate` gives it.
---@param id string
function quota.allocate(id, options) return host.run("quota", id, options) end

return quota
