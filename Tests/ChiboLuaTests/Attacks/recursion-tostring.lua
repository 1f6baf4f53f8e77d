-- Attacks: the C stack, by __tostring.
-- Must: error: overflow
-- Hurts: not the system's library: it answers "C stack overflow".
local t = setmetatable({}, { __tostring = function(t) return tostring(t) end })
tostring(t)
