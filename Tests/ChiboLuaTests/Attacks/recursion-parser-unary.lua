-- Attacks: the C stack, by nested operators.
-- Must: ends
assert(load("return " .. ("not "):rep(100000) .. "1") == nil)
