-- Attacks: the host, by an error without a value.
-- Must: error
-- Hurts: not the system's library: a host that takes every error for a text.
error(nil)
