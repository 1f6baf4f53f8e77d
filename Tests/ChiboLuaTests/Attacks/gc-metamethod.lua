-- Attacks: finalizers, which run outside of every limit.
-- Must: error: __gc
-- Hurts: hangs, under a counting hook too.
setmetatable({}, { __gc = function() while true do end end })
