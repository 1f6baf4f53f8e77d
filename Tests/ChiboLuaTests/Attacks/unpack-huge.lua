-- Attacks: the stack, by unpack.
-- Must: error: too many
return table.unpack({}, 1, 1 << 30)
