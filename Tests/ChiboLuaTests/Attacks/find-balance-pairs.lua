-- Attacks: quadratic %b.
-- Must: deadline
return ("("):rep(200000):find("%b()%b()")
