-- Attacks: __len beyond what sort can count.
-- Must: error: array too big
-- Hurts: not the system's library: it answers an error.
table.sort(setmetatable({}, { __len = function() return 1 << 40 end }))
