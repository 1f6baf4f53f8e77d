-- Attacks: memory, by small tables.
-- Must: memory
-- Hurts: takes all memory.
local t = {}
while true do t = { t } end
