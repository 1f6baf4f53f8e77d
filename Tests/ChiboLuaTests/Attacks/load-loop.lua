-- Attacks: the deadline, by many small loads.
-- Must: deadline
-- Hurts: hangs.
while true do load("return 1")() end
