-- Attacks: the count of jumps, by cutting words between pieces.
-- Must: ends
-- Hurts: not the system's library: a guard of ours that looked at each piece alone.
local i, parts = 0, { "go", "to", " a ", "go", "to a " }
local f, e = load(function() i = i + 1 return i < 60000 and parts[i % 5 + 1] or nil end)
assert(f == nil)
