-- Attacks: coroutines that end before any count.
-- Must: deadline
-- Hurts: hangs.
while true do coroutine.wrap(function() end)() end
