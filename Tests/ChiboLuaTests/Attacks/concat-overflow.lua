-- Attacks: 5.4.4: overflow of sizes in a concatenation.
-- Must: memory or error
-- Hurts: not the system's library: it wants 336 MB, which a machine has and a host may not.
local s = ("x"):rep(1 << 24)
return s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s
