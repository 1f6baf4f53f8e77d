-- Attacks: the stack, by the bytes of a string.
-- Must: error
return ("x"):rep(16 << 20):byte(1, -1)
