-- Attacks: the host, by an error without a value.
-- Must: error
error(nil)
