-- Attacks: 5.4.4: overflow in a table constructor.
-- Must: ends or memory or deadline
local f = load("return {" .. ("1,"):rep(300000) .. "...}")
assert(f)
assert(#f(1, 2, 3) == 300003)
