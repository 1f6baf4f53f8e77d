-- Attacks: the system, through libraries.
-- Must: ends
assert(not io and not os and not debug and not package and not dofile and not loadfile and not require)
