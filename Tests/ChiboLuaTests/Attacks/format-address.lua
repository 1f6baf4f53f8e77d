-- Attacks: determinism, by the address of a value.
-- Must: error: not offered
-- Hurts: leaks an address.
return ("%p"):format({})
