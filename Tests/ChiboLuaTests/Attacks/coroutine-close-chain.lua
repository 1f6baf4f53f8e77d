-- Attacks: 5.4.4: coroutine.close nested 20000 deep overflows the C stack.
-- Must: ends
-- Hurts: crashes.
local co
for i = 1, 20000 do
  local before = co
  co = coroutine.create(function()
    local t <close> = setmetatable({}, { __close = function() if before then coroutine.close(before) end end })
    coroutine.yield()
  end)
  coroutine.resume(co)
end
coroutine.close(co)
