-- Attacks: time in the parser after its last piece: all gotos at one label.
-- Must: ends
-- Hurts: gets through: 0.3 s in one call that no hook sees, and twice the source takes four times as long.
local f, e = load("do " .. ("goto a "):rep(32000) .. " ::a:: end")
assert(f == nil and e:find("jumps"))
