-- Attacks: arithmetic that traps.
-- Must: ends
-- Hurts: not the system's library: it checks before the processor traps.
assert(not pcall(function() return 1 // 0 end))
assert(math.mininteger // -1 == math.mininteger)
assert(math.mininteger % -1 == 0)
