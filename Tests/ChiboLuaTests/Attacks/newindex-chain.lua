-- Attacks: __newindex that leads to itself.
-- Must: error
-- Hurts: not the system's library: it counts the steps of a chain.
local a = {}
setmetatable(a, { __newindex = a })
a.x = 1
