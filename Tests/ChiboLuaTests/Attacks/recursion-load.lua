-- Attacks: the C stack, by load in a reader.
-- Must: ends
-- Hurts: not the system's library: it answers "C stack overflow".
local depth = 0
local function f() depth = depth + 1 load(f) end
pcall(f)
