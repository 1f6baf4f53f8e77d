-- Attacks: a finalizer at the end of the state.
-- Must: error: __gc
kept = setmetatable({}, { __gc = function() while true do end end })
