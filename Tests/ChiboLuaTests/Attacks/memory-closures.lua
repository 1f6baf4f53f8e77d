-- Attacks: memory, by closures and upvalues.
-- Must: memory
local f
while true do
  local g = f
  f = function() return g end
end
