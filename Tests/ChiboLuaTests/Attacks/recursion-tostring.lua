-- Attacks: the C stack, by __tostring.
-- Must: error: overflow
local t = setmetatable({}, { __tostring = function(t) return tostring(t) end })
tostring(t)
