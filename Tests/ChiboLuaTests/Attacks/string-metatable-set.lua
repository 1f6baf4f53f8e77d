-- Attacks: all scripts of the state, by the library of strings.
-- Must: error: read-only
-- Hurts: gets through: every script of the state has the changed library.
string.rep = nil
