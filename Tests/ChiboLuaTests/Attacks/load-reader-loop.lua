-- Attacks: a reader that does not come back.
-- Must: deadline
load(function() while true do end end)
