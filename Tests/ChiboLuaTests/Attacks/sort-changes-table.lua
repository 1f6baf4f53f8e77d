-- Attacks: the sort, by changing what it sorts.
-- Must: ends
-- Hurts: not the system's library: it raises an error.
local t = {}
for i = 1, 1000 do t[i] = -i end
table.sort(t, function(a, b) t[#t] = nil return a < b end)
