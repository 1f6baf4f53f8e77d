-- Attacks: time in one sort of plain numbers.
-- Must: ends or deadline
-- Hurts: not the system's library: one call of 0.2 s that no hook sees, which only a short deadline minds.
local t = {}
for i = 1, 500000 do t[i] = (i * 7919) % 500009 end
table.sort(t)
