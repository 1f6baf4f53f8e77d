-- Attacks: the stack, by utf8.codepoint.
-- Must: error
-- Hurts: not the system's library: it answers an error.
return utf8.codepoint(("x"):rep(5000000), 1, -1)
