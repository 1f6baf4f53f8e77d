-- Attacks: time and memory in the fixed order of keys.
-- Must: ends or deadline or memory
-- Hurts: not the system's library: a guard of ours: the ordered pairs sorts, the original does not.
local t = {}
for i = 1, 200000 do t["k" .. (i * 7919) % 200003] = i end
for k, v in pairs(t) do end
