-- Attacks: hundreds of <close> handlers while the stop goes up.
-- Must: deadline
-- Hurts: hangs.
local m = { __close = function() while true do end end }
local function f(n)
  local t <close> = setmetatable({}, m)
  if n > 0 then f(n - 1) end
  while true do end
end
f(60)
