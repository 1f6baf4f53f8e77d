-- Attacks: a loop of yields through pcall.
-- Must: deadline
-- Hurts: hangs.
local co = coroutine.wrap(function() while true do pcall(coroutine.yield) end end)
while true do co() end
