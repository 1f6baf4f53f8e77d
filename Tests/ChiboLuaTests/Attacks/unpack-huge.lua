-- Attacks: the stack, by unpack.
-- Must: error: too many
-- Hurts: not the system's library: it answers an error.
return table.unpack({}, 1, 1 << 30)
