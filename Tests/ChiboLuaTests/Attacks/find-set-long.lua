-- Attacks: a set as long as memory allows, at every place.
-- Must: deadline
local set = "[" .. ("b"):rep(1000000) .. "]"
return ("a"):rep(1000000):find(set)
