-- Attacks: time in C calls between two hooks.
-- Must: deadline
local s = ("x"):rep(15000000)
while true do local t = s:reverse() end
