-- Attacks: CVE-2025-46817: overflow of the range of unpack.
-- Must: error: too many
return table.unpack({}, math.mininteger, math.maxinteger)
