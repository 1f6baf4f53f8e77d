-- Attacks: time in gsub with a C function: no hook runs.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s = ("x"):rep(10000000)
while true do s:gsub(".", string.len) end
