-- Attacks: the read-only face, by its metatable.
-- Must: error: protected
setmetatable(string, {})
