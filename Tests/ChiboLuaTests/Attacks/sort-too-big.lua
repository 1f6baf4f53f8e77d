-- Attacks: __len beyond what sort can count.
-- Must: error: array too big
table.sort(setmetatable({}, { __len = function() return 1 << 40 end }))
