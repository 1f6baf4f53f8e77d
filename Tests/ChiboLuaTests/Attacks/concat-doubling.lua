-- Attacks: memory, by doubling a string.
-- Must: memory
-- Hurts: takes all memory.
local s = "x"
while true do s = s .. s end
