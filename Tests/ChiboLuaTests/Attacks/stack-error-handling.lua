-- Attacks: 5.4.4: errors while the stack overflows.
-- Must: ends
-- Hurts: not the system's library: CVE-2022-33099, which Debian mended in its 5.4.4.
local function f() local ok = pcall(f) local t <close> = setmetatable({}, { __close = f }) end
local n = 0
local function g() n = n + 1 if n < 150 then pcall(g) end error("x") end
pcall(g)
