-- Attacks: time in string.format.
-- Must: deadline
local s = ("x"):rep(5000000)
while true do local t = ("%s%q"):format(s, s) end
