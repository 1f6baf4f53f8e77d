-- Attacks: memory, by one option of string.pack.
-- Must: memory
-- Hurts: not the system's library: it answers an error.
return string.pack("c2147483647", "")
