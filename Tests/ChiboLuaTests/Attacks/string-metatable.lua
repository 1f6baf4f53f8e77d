-- Attacks: all scripts of the state, by the metatable of strings.
-- Must: error
getmetatable("").__index = nil
