-- Attacks: 5.4.4: overflow in a table constructor.
-- Must: ends or memory or deadline
-- Hurts: not the system's library: the overflow (until 5.4.5) takes a larger source than any host lets in.
local f = load("return {" .. ("1,"):rep(300000) .. "...}")
assert(f)
assert(#f(1, 2, 3) == 300003)
