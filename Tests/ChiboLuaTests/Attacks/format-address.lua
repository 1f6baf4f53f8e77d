-- Attacks: determinism, by the address of a value.
-- Must: error: not offered
return ("%p"):format({})
