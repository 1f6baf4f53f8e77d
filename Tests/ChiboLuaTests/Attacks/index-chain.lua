-- Attacks: __index that leads to itself.
-- Must: error
-- Hurts: not the system's library: it counts the steps of a chain.
local a, b = {}, {}
setmetatable(a, { __index = b })
setmetatable(b, { __index = a })
return a.x
