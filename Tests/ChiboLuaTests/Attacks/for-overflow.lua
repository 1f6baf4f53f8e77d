-- Attacks: loops at the ends of the integers.
-- Must: ends
-- Hurts: not the system's library: it counts the steps beforehand.
local n = 0
for i = math.maxinteger - 1, math.maxinteger do n = n + 1 end
for i = math.mininteger, math.mininteger + 2, 2 do n = n + 1 end
assert(n == 4)
