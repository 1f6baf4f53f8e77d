-- Attacks: a <close> handler run while the stop goes up.
-- Must: deadline
local t <close> = setmetatable({}, { __close = function() while true do end end })
while true do end
