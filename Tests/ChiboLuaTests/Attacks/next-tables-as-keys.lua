-- Attacks: determinism, by keys without an order.
-- Must: error: order
-- Hurts: leaks an address.
return next({ [{}] = 1, [{}] = 2 })
