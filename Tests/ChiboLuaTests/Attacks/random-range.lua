-- Attacks: the arithmetic of ranges.
-- Must: ends
-- Hurts: not the system's library: it computes the range without overflow.
assert(math.random(math.mininteger, math.maxinteger))
assert(not pcall(math.random, 2, 1))
