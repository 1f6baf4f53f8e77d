-- Attacks: the deadline, from within a coroutine.
-- Must: deadline
coroutine.wrap(function() while true do end end)()
