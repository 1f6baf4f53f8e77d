-- Attacks: 5.4.4: overflow of sizes in a concatenation.
-- Must: memory or error
local s = ("x"):rep(1 << 24)
return s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s
