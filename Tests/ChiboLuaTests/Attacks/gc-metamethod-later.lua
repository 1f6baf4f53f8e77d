-- Attacks: a __gc added after setmetatable.
-- Must: ends
local m = {}
for i = 1, 100 do setmetatable({}, m) end
m.__gc = function() while true do end end
for i = 1, 100000 do local t = {} end
