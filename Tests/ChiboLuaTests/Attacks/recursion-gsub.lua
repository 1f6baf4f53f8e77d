-- Attacks: the C stack, by gsub in gsub.
-- Must: error: overflow
-- Hurts: not the system's library: it answers "C stack overflow".
local function f() return (("x"):gsub("x", f)) end
f()
