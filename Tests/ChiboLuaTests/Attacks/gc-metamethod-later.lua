-- Attacks: a __gc added after setmetatable.
-- Must: ends
-- Hurts: not the system's library: only a finalizer that is there when the metatable is set counts.
local m = {}
for i = 1, 100 do setmetatable({}, m) end
m.__gc = function() while true do end end
for i = 1, 100000 do local t = {} end
