-- Attacks: the captures of a pattern.
-- Must: error: too many captures
-- Hurts: not the system's library: it answers an error.
return ("a"):rep(100):find(("()"):rep(33))
