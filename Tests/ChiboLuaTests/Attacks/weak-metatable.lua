-- Attacks: 5.4.4: use after free when a metamethod table is collected during an assignment.
-- Must: ends
-- Hurts: not the system's library: the use after free (until 5.4.5) takes memory that ends at one exact moment.
for i = 1, 2000 do
  local m = setmetatable({}, { __mode = "kv" })
  m.__newindex = setmetatable({}, { __newindex = function() m.__newindex = nil for j = 1, 20 do local t = {} end end })
  setmetatable({}, m)["x" .. i] = i
end
