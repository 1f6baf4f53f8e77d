-- Attacks: 5.4.4: recursion while a variable is named for a message.
-- Must: ends
-- Hurts: not the system's library: the recursion (until 5.4.5) takes code that no compiler makes.
local code = "local a = {} return " .. ("a."):rep(1) .. "b.c"
for i = 1, 200 do pcall(load(code)) end
local f = load("local a " .. ("a = a "):rep(20000) .. " return a.x")
pcall(f)
