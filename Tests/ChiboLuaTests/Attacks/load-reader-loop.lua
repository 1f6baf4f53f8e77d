-- Attacks: a reader that does not come back.
-- Must: deadline
-- Hurts: hangs.
load(function() while true do end end)
