-- Attacks: the message handler of an ordinary error.
-- Must: deadline
xpcall(error, function() while true do end end)
