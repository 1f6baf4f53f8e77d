-- Attacks: the C stack, by nested functions.
-- Must: ends
-- Hurts: not the system's library: it counts the levels.
local f = load(("return function() "):rep(10000))
assert(f == nil)
