-- Attacks: memory, by one string.
-- Must: memory
return ("x"):rep(1 << 34)
