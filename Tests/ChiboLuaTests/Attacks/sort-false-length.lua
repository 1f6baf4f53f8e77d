-- Attacks: __len that promises many elements, compared by a C function.
-- Must: deadline or memory
-- Hurts: hangs, under a counting hook too.
local n = (1 << 31) - 2
table.sort(setmetatable({}, { __len = function() return n end }), rawequal)
