-- Attacks: time in C calls between two hooks.
-- Must: deadline or memory
-- Hurts: hangs, under a counting hook too.
while true do local s = ("x"):rep(30000000) end
