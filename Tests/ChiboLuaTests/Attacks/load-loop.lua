-- Attacks: the deadline, by many small loads.
-- Must: deadline
while true do load("return 1")() end
