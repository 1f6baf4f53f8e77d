--- Reports: a layout that the host renders in every format.
local host = ...

local report = {}

--- Defines a report. Fields: id, title, type, every, params, purpose, fields, one_per, render, recipients, archive,
--- signature, head.
---@param definition table
function report.define(definition) return host.define("report", definition) end

return report
