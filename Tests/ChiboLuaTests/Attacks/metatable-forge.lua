-- Attacks: the read-only face, by its metatable.
-- Must: error: protected
-- Hurts: gets through: every script of the state has the changed library.
setmetatable(string, {})
