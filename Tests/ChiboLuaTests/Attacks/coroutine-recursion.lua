-- Attacks: the C stack, by coroutines in coroutines.
-- Must: error
local function f() return coroutine.wrap(f)() end
f()
