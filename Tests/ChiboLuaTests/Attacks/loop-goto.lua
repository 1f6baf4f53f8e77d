-- Attacks: the deadline, with a jump and no call.
-- Must: deadline
-- Hurts: hangs.
::again:: goto again
