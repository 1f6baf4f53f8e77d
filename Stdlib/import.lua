--- Import mappings: which column of a spreadsheet fills which field.
local host = ...

local import = {}

--- Defines a mapping. Fields: id, title, into, sheet, key, complete, columns, constants.
--- A column is { "Heading", "field", conversion, optional = true, required = true, also = { "Other heading" } }.
---@param definition table
function import.define(definition) return host.define("import", definition) end

--- Written dates have their parts in this order: "dd/mm/yyyy", "mm/dd/yyyy" or "yyyy-mm-dd".
---@param form string
function import.date(form) return { conversion = "date", form = form } end

--- The cell names a record by its name, short code or id.
import.by_name = { conversion = "by_name" }

--- Only the digits of the cell count.
import.digits = { conversion = "digits" }

--- The cell holds one of these texts; each stands for the code beside it.
---@param codes table<string, string>
function import.values(codes) return { conversion = "values", codes = codes } end

return import
