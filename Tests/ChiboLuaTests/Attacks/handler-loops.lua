-- Attacks: the message handler of an ordinary error.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
xpcall(error, function() while true do end end)
