-- Attacks: the C stack, by gsub in gsub.
-- Must: error: overflow
local function f() return (("x"):gsub("x", f)) end
f()
