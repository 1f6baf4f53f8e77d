-- Attacks: the stop, caught at every level of a recursion.
-- Must: deadline
local function f() return pcall(f) end
while true do f() end
