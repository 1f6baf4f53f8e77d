-- Attacks: the captures of a pattern.
-- Must: error: too many captures
return ("a"):rep(100):find(("()"):rep(33))
