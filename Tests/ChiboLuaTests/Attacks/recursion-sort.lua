-- Attacks: the C stack, by sort in sort.
-- Must: error: overflow
-- Hurts: not the system's library: it answers "C stack overflow".
local function f() table.sort({ 1, 2, 3 }, f) return true end
f()
