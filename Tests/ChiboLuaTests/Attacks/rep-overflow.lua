-- Attacks: the arithmetic of a size.
-- Must: error: too large
return ("xx"):rep(1 << 62, ("y"):rep(100))
