-- Attacks: CVE-2025-46817: overflow of the range of unpack.
-- Must: error: too many
-- Hurts: not the system's library: Redis before 8.2.2 (CVE-2025-46817).
return table.unpack({}, math.mininteger, math.maxinteger)
