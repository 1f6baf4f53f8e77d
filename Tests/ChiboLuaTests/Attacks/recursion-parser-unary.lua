-- Attacks: the C stack, by nested operators.
-- Must: ends
-- Hurts: not the system's library: it counts the levels.
assert(load("return " .. ("not "):rep(100000) .. "1") == nil)
