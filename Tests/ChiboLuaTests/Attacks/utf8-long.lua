-- Attacks: time in utf8.len.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s = ("x"):rep(15000000)
while true do local n = utf8.len(s) end
