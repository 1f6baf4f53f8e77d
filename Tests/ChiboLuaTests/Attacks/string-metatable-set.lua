-- Attacks: all scripts of the state, by the library of strings.
-- Must: error: read-only
string.rep = nil
