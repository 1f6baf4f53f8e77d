-- Attacks: memory, by closures and upvalues.
-- Must: memory
-- Hurts: takes all memory.
local f
while true do
  local g = f
  f = function() return g end
end
