-- Attacks: the C stack, by __index.
-- Must: error
local m = {}
m.__index = function(t, k) return t[k] end
return setmetatable({}, m).x
