-- Attacks: a range of 2^62 elements.
-- Must: deadline
table.move({}, 1, 1 << 62, 2)
