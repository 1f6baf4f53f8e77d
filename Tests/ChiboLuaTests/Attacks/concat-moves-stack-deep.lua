-- Attacks: 5.4.4: the stack moves as a concatenation calls its metamethod, at every depth of the stack.
-- Must: ends or memory
-- Hurts: crashes.
local m = { __concat = function(a) for i = 1, 20 do local t = { i } end return a end }
local a = setmetatable({}, m)
local function at(depth)
  if depth > 0 then return (at(depth - 1)) end
  return a .. a .. a .. a .. "x" .. a
end
for depth = 1, 600 do
  coroutine.wrap(function() pcall(at, depth) pcall(at, depth * 3) end)()
end
