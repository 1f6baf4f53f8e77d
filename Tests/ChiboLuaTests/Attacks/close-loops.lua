-- Attacks: a <close> handler that does not end.
-- Must: deadline
-- Hurts: hangs.
local t <close> = setmetatable({}, { __close = function() while true do end end })
