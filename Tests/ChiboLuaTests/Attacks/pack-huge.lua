-- Attacks: memory, by one option of string.pack.
-- Must: memory
return string.pack("c2147483647", "")
