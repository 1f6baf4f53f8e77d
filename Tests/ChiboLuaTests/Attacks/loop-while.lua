-- Attacks: the deadline, with the plainest loop.
-- Must: deadline
-- Hurts: hangs.
while true do end
