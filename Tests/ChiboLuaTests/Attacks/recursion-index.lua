-- Attacks: the C stack, by __index.
-- Must: error
-- Hurts: not the system's library: it answers "C stack overflow".
local m = {}
m.__index = function(t, k) return t[k] end
return setmetatable({}, m).x
