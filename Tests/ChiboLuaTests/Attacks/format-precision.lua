-- Attacks: a buffer, by precision and a large number.
-- Must: ends
assert(#("%.99f"):format(1e308) == 409)
