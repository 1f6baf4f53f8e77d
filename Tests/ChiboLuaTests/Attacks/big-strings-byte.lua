-- Attacks: the stack, by the bytes of a string.
-- Must: error
-- Hurts: not the system's library: it answers "stack overflow".
return ("x"):rep(16 << 20):byte(1, -1)
