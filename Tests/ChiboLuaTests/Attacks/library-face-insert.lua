-- Attacks: the read-only face, by table.insert.
-- Must: error: read-only
-- Hurts: gets through: every script of the state has the changed library.
table.insert(math, 1)
