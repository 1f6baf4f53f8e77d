-- Attacks: the real globals, through load.
-- Must: ends
local f = load("x = 1 return x")
assert(f() == 1)
