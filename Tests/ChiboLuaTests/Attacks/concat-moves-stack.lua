-- Attacks: 5.4.4: the stack moves while a concatenation keeps a pointer into it.
-- Must: ends or memory
-- Hurts: crashes.
local m = {}
m.__concat = function()
  local function deep(n) return n == 0 and 0 or 1 + deep(n - 1) end
  deep(200)
  for i = 1, 100 do local t = { i } end
  return setmetatable({}, m)
end
local a = setmetatable({}, m)
for i = 1, 300 do coroutine.wrap(function() return a .. a .. a .. a .. a .. a end)() end
