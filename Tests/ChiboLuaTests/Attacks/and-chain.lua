-- Attacks: time in the parser, quadratic in a chain of "and".
-- Must: deadline
load("return " .. ("a and "):rep(400000) .. "a")
