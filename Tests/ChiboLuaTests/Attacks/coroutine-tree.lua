-- Attacks: a count of instructions that starts anew in each coroutine.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local function grow(n)
  if n == 0 then return end
  for i = 1, 3 do coroutine.wrap(grow)(n - 1) end
end
while true do grow(6) end
