-- Attacks: the read-only face, by table.move.
-- Must: error: read-only
-- Hurts: gets through: every script of the state has the changed library.
table.move({ 1 }, 1, 1, 1, string)
