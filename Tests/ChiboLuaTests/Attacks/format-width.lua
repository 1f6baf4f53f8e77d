-- Attacks: a buffer, by the width of an item.
-- Must: error: invalid
-- Hurts: not the system's library: it answers an error.
return ("%99999d"):format(1)
