-- Attacks: time in the parser, quadratic in a condition.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
load("if " .. ("a == b or "):rep(300000) .. "a then end")
