-- Attacks: a <close> handler that does not end.
-- Must: deadline
local t <close> = setmetatable({}, { __close = function() while true do end end })
