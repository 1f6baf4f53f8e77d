-- Attacks: quadratic frontier.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("a "):rep(200000):find("%f[%a].-%f[%z]b")
