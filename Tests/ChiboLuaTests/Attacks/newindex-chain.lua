-- Attacks: __newindex that leads to itself.
-- Must: error
local a = {}
setmetatable(a, { __newindex = a })
a.x = 1
