-- Attacks: determinism, by keys without an order.
-- Must: error: order
-- Hurts: differs: the order goes by addresses.
local t = { [print] = 1, [pairs] = 2, [next] = 3, [type] = 4, [error] = 5, [pcall] = 6, [load] = 7, [select] = 8 }
local order = {}
for _, i in pairs(t) do order[#order + 1] = i end
return table.concat(order, " ")
