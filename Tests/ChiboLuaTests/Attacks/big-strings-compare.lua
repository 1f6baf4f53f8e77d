-- Attacks: time in the comparison of strings.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s, t = ("x"):rep(14000000) .. "a", ("x"):rep(14000000) .. "b"
while true do local u = s < t end
