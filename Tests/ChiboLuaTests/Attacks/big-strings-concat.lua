-- Attacks: time in the VM's own concatenation.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s = ("x"):rep(15000000)
while true do local t = s .. "y" end
