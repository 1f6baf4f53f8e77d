-- Attacks: CVE-2014-5461: many variable arguments to a function with fixed ones.
-- Must: ends or error
-- Hurts: not the system's library: 5.1, and 5.2 before 5.2.3 (CVE-2014-5461).
local function f(a, b, c, d, e, g, h, ...) return select("#", ...) end
pcall(function() return f(table.unpack({}, 1, 200000)) end)
