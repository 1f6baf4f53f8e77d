-- Attacks: determinism, by keys without an order.
-- Must: error: order
return next({ [{}] = 1, [{}] = 2 })
