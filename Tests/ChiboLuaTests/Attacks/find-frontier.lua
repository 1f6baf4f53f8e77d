-- Attacks: quadratic frontier.
-- Must: deadline
return ("a "):rep(200000):find("%f[%a].-%f[%z]b")
