-- Attacks: a range of 2^62 elements.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
table.move({}, 1, 1 << 62, 2)
