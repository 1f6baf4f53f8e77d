-- Attacks: time in the parser after its last piece: all breaks at the end of a loop.
-- Must: ends
-- Hurts: gets through: 0.3 s in one call that no hook sees, and twice the source takes four times as long.
local f, e = load("while x do " .. ("if x then break end "):rep(32000) .. " end")
assert(f == nil and e:find("jumps"))
