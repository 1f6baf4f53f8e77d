-- Attacks: 2^62 copies of nothing.
-- Must: ends
-- Hurts: hangs, under a counting hook too.
assert(("").rep("", 1 << 62) == "")
