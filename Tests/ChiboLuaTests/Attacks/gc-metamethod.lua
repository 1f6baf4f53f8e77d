-- Attacks: finalizers, which run outside of every limit.
-- Must: error: __gc
setmetatable({}, { __gc = function() while true do end end })
