-- Attacks: quadratic %b.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("("):rep(200000):find("%b()%b()")
