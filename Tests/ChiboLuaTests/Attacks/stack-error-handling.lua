-- Attacks: 5.4.4: errors while the stack overflows.
-- Must: ends
local function f() local ok = pcall(f) local t <close> = setmetatable({}, { __close = f }) end
local n = 0
local function g() n = n + 1 if n < 150 then pcall(g) end error("x") end
pcall(g)
