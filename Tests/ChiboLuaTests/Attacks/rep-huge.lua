-- Attacks: memory, by one string.
-- Must: memory
-- Hurts: not the system's library: it refuses sizes beyond its own; less would take all memory.
return ("x"):rep(1 << 34)
