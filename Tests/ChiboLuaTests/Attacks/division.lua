-- Attacks: arithmetic that traps.
-- Must: ends
assert(not pcall(function() return 1 // 0 end))
assert(math.mininteger // -1 == math.mininteger)
assert(math.mininteger % -1 == 0)
