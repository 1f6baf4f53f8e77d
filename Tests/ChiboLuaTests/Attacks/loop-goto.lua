-- Attacks: the deadline, with a jump and no call.
-- Must: deadline
::again:: goto again
