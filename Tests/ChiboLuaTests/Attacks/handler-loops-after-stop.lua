-- Attacks: the message handler, run while the stop goes up.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
xpcall(function() while true do end end, function() while true do end end)
