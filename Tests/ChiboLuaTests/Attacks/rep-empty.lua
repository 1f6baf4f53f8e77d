-- Attacks: 2^62 copies of nothing.
-- Must: ends
assert(("").rep("", 1 << 62) == "")
