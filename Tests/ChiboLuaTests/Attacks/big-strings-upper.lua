-- Attacks: time in C calls between two hooks.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s = ("x"):rep(15000000)
while true do local t = s:upper() end
