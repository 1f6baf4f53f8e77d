-- Attacks: __len that promises 2^60 elements.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
table.insert(setmetatable({}, { __len = function() return 1 << 60 end }), 1, "x")
