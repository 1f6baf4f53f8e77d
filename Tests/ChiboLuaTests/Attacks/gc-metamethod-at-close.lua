-- Attacks: a finalizer at the end of the state.
-- Must: error: __gc
-- Hurts: hangs, under a counting hook too.
kept = setmetatable({}, { __gc = function() while true do end end })
