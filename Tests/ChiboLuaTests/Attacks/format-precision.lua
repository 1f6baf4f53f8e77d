-- Attacks: a buffer, by precision and a large number.
-- Must: ends
-- Hurts: not the system's library: it computes the size of its buffer.
assert(#("%.99f"):format(1e308) == 409)
