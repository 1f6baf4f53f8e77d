-- Attacks: time in the parser, quadratic in a condition.
-- Must: deadline
load("if " .. ("a == b or "):rep(300000) .. "a then end")
