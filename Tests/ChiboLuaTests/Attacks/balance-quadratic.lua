-- Attacks: time in %b over text that opens only.
-- Must: deadline
return (("("):rep(400000)):find("%b()")
