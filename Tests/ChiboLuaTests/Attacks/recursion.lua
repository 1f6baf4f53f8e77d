-- Attacks: the stack, by recursion.
-- Must: error or memory
-- Hurts: not the system's library: it answers "stack overflow".
local function f() return 1 + f() end
f()
