-- Attacks: the C stack, by sort in sort.
-- Must: error: overflow
local function f() table.sort({ 1, 2, 3 }, f) return true end
f()
