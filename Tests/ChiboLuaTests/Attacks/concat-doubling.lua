-- Attacks: memory, by doubling a string.
-- Must: memory
local s = "x"
while true do s = s .. s end
