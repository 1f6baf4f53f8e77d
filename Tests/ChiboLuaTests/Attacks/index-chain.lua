-- Attacks: __index that leads to itself.
-- Must: error
local a, b = {}, {}
setmetatable(a, { __index = b })
setmetatable(b, { __index = a })
return a.x
