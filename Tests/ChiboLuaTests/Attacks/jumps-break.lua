-- Attacks: time in the parser after its last piece: all breaks at the end of a loop.
-- Must: ends
local f, e = load("while x do " .. ("if x then break end "):rep(32000) .. " end")
assert(f == nil and e:find("jumps"))
