-- Attacks: time in the parser after its last piece: all gotos at one label.
-- Must: ends
local f, e = load("do " .. ("goto a "):rep(32000) .. " ::a:: end")
assert(f == nil and e:find("jumps"))
