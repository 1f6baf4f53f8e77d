-- Attacks: a reader that never ends.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
load(math.random)
