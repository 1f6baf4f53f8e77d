-- Attacks: a <close> handler run while the stop goes up.
-- Must: deadline
-- Hurts: hangs.
local t <close> = setmetatable({}, { __close = function() while true do end end })
while true do end
