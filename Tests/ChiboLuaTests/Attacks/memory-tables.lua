-- Attacks: memory, by small tables.
-- Must: memory
local t = {}
while true do t = { t } end
