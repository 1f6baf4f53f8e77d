-- Attacks: errors in the handler of errors.
-- Must: ends
-- Hurts: not the system's library: it answers "C stack overflow" after some levels.
local function h() error("again") end
for i = 1, 20 do xpcall(error, h) end
