-- Attacks: 5.4.4: recursion while a variable is named for a message.
-- Must: ends
local code = "local a = {} return " .. ("a."):rep(1) .. "b.c"
for i = 1, 200 do pcall(load(code)) end
local f = load("local a " .. ("a = a "):rep(20000) .. " return a.x")
pcall(f)
