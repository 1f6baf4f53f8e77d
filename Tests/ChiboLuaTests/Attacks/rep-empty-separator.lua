-- Attacks: 2^62 copies of nothing, with nothing between.
-- Must: ends
-- Hurts: hangs, under a counting hook too.
assert((""):rep(1 << 62, "") == "")
