-- Attacks: the read-only face, by table.move.
-- Must: error: read-only
table.move({ 1 }, 1, 1, 1, string)
