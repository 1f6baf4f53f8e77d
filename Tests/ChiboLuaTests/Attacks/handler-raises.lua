-- Attacks: errors in the handler of errors.
-- Must: ends
local function h() error("again") end
for i = 1, 20 do xpcall(error, h) end
