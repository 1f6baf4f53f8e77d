-- Attacks: the arithmetic of ranges.
-- Must: ends
assert(math.random(math.mininteger, math.maxinteger))
assert(not pcall(math.random, 2, 1))
