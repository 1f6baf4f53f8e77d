-- Attacks: a long set in a repetition.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local set = "[" .. ("b-c"):rep(300000) .. "a]+x"
return ("a"):rep(1000000):gsub(set, "")
