-- Attacks: a range whose elements come from C functions.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local t = setmetatable({}, { __index = rawlen, __newindex = rawequal })
t = setmetatable({}, { __index = rawget, __newindex = rawequal })
pcall(table.move, t, 1, 1 << 62, 2)
while true do pcall(table.move, t, 1, 1 << 62, 2) end
