-- Attacks: time in the parser, quadratic.
-- Must: deadline
load("if a then " .. ("elseif a then "):rep(200000) .. "end")
