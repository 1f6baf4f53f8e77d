-- Attacks: memory, by a buffer of gsub.
-- Must: memory or deadline
-- Hurts: takes all memory.
local s = ("x"):rep(1 << 20)
return (s:gsub(".", s))
