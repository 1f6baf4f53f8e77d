-- Attacks: time in C calls between two hooks.
-- Must: deadline or memory
while true do local s = ("x"):rep(30000000) end
