-- Attacks: the read-only face, by table.insert.
-- Must: error: read-only
table.insert(math, 1)
