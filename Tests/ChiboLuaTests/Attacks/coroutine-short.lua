-- Attacks: coroutines that end before any count.
-- Must: deadline
while true do coroutine.wrap(function() end)() end
