-- Attacks: a buffer, by the width of an item.
-- Must: error: invalid
return ("%99999d"):format(1)
