-- Attacks: the deadline, with a loop whose condition is an upvalue.
-- Must: deadline
-- Hurts: hangs.
local f
local function g() repeat until f end
g()
