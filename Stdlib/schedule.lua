--- Schedules: when the host runs something by itself.
local host = ...

local schedule = {}

--- Defines a schedule. Fields: id, title, on, catch_up, overlap, timeout, retry, run.
---@param definition table
function schedule.define(definition) return host.define("schedule", definition) end

return schedule
