-- Attacks: the C stack, by coroutines in coroutines.
-- Must: error
-- Hurts: not the system's library: it answers "C stack overflow".
local function f() return coroutine.wrap(f)() end
f()
