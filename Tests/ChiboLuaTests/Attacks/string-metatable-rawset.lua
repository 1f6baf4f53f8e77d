-- Attacks: all scripts of the state, by rawset.
-- Must: error: read-only
-- Hurts: gets through: every script of the state has the changed library.
rawset(string, "rep", print)
