-- Attacks: memory, by one source.
-- Must: ends
local f, e = load("--" .. ("x"):rep(17 << 20))
assert(f == nil and e:find("larger"))
