-- Attacks: the real globals, through load.
-- Must: ends
-- Hurts: not the system's library: in a state of one environment the real globals are the only ones.
local f = load("x = 1 return x")
assert(f() == 1)
