-- Attacks: the closing value of a for loop.
-- Must: deadline
-- Hurts: hangs.
local m = setmetatable({}, { __close = function() while true do end end })
for i in function() return nil end, nil, nil, m do end
