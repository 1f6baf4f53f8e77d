-- Attacks: time in the parser, quadratic.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
load("if a then " .. ("elseif a then "):rep(200000) .. "end")
