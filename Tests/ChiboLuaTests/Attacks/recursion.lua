-- Attacks: the stack, by recursion.
-- Must: error or memory
local function f() return 1 + f() end
f()
