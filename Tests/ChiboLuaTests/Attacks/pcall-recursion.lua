-- Attacks: the stop, caught at every level of a recursion.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local function f() return pcall(f) end
while true do f() end
