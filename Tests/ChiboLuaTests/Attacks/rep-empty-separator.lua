-- Attacks: 2^62 copies of nothing, with nothing between.
-- Must: ends
assert((""):rep(1 << 62, "") == "")
