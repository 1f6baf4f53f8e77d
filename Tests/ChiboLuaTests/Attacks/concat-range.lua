-- Attacks: a range of 2^62 empty texts.
-- Must: deadline
-- Hurts: hangs.
local t = setmetatable({}, { __index = function() return "" end })
return table.concat(t, "", 1, 1 << 62)
