-- Attacks: determinism, by keys without an order.
-- Must: error: order
-- Hurts: differs: the order goes by addresses.
local t = {}
for i = 1, 9 do t[{}] = i end
local order = {}
for _, i in pairs(t) do order[#order + 1] = i end
return table.concat(order, " ")
