-- Attacks: memory, by one source.
-- Must: ends
-- Hurts: gets through: a source may be as large as memory.
local f, e = load("--" .. ("x"):rep(17 << 20))
assert(f == nil and e:find("larger"))
