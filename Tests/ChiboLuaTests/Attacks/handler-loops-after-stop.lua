-- Attacks: the message handler, run while the stop goes up.
-- Must: deadline
xpcall(function() while true do end end, function() while true do end end)
