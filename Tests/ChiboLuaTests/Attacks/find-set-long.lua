-- Attacks: a set as long as memory allows, at every place.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local set = "[" .. ("b"):rep(1000000) .. "]"
return ("a"):rep(1000000):find(set)
