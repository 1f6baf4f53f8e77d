-- Attacks: the arithmetic of a size.
-- Must: error: too large
-- Hurts: not the system's library: it checks the product of sizes.
return ("xx"):rep(1 << 62, ("y"):rep(100))
