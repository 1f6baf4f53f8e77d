-- Attacks: memory, with the collector stopped.
-- Must: error: not offered
-- Hurts: takes all memory.
collectgarbage("stop")
local t = {}
while true do t[#t + 1] = {} end
