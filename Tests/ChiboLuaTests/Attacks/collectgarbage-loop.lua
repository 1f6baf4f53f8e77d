-- Attacks: the deadline, by full collections of a big heap.
-- Must: error: not offered
-- Hurts: hangs, under a counting hook too.
local t = {}
for i = 1, 200000 do t[i] = {} end
while true do collectgarbage() end
