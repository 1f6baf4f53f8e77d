-- Attacks: a reader that never ends.
-- Must: deadline
load(math.random)
