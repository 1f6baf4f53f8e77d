-- Attacks: all scripts of the state, by rawset.
-- Must: error: read-only
rawset(string, "rep", print)
