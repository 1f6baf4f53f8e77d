-- Attacks: a plain search that is quadratic when done simply.
-- Must: ends
-- Hurts: hangs, under a counting hook too.
local n = 2000000
assert((("a"):rep(2 * n)):find(("a"):rep(n) .. "b", 1, true) == nil)
