-- Attacks: determinism, by keys without an order.
-- Must: error: order
local t = { [print] = 1, [pairs] = 2 }
for k in pairs(t) do end
