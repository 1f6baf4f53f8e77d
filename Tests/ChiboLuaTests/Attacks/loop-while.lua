-- Attacks: the deadline, with the plainest loop.
-- Must: deadline
while true do end
