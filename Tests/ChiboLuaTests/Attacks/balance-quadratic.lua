-- Attacks: time in %b over text that opens only.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return (("("):rep(400000)):find("%b()")
