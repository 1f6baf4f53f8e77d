-- Attacks: the C stack, by nested parentheses.
-- Must: ends
-- Hurts: not the system's library: it counts the levels.
local f, e = load("return " .. ("("):rep(100000) .. "1")
assert(f == nil and e:find("overflow"))
