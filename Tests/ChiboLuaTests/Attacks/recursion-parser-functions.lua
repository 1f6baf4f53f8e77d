-- Attacks: the C stack, by nested functions.
-- Must: ends
local f = load(("return function() "):rep(10000))
assert(f == nil)
