-- Attacks: quadratic next.
-- Must: deadline
-- Hurts: not the system's library: a guard of ours: the ordered next looks at the whole table, the original does not.
local t = {}
for i = 1, 20000 do t["k" .. i] = i end
local k = next(t)
while k do k = next(t, k) end
