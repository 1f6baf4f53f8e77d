-- Attacks: the deadline, from within a coroutine.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
coroutine.wrap(function() while true do end end)()
