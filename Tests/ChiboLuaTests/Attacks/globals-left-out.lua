-- Attacks: the system, through libraries.
-- Must: ends
-- Hurts: gets through: files, programs and the environment are at hand.
assert(not io and not os and not debug and not package and not dofile and not loadfile and not require)
