-- Attacks: time in one sort of plain numbers.
-- Must: ends or deadline
local t = {}
for i = 1, 500000 do t[i] = (i * 7919) % 500009 end
table.sort(t)
