-- Attacks: time in the parser, quadratic in a chain of "and".
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
load("return " .. ("a and "):rep(400000) .. "a")
