-- Attacks: time in string.format.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s = ("x"):rep(5000000)
while true do local t = ("%s%q"):format(s, s) end
