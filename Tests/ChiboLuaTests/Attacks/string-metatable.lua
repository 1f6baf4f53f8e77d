-- Attacks: all scripts of the state, by the metatable of strings.
-- Must: error
-- Hurts: gets through: every script of the state has the changed strings.
getmetatable("").__index = nil
