-- Attacks: determinism, by keys without an order.
-- Must: error: order
local t = { [{}] = 1, [{}] = 2 }
for k in pairs(t) do end
