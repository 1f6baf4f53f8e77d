-- Attacks: CVE-2025-46818: metatables of basic types, shared by all scripts.
-- Must: ends
-- Hurts: gets through: the metatable of strings is there to be changed.
assert(type(getmetatable("")) ~= "table")
assert(getmetatable(nil) == nil and getmetatable(1) == nil and getmetatable(print) == nil)
