-- Attacks: the sort, by an order that contradicts itself.
-- Must: ends
-- Hurts: not the system's library: it raises an error.
local t = {}
for i = 1, 20000 do t[i] = i % 77 end
table.sort(t, function() return true end)
