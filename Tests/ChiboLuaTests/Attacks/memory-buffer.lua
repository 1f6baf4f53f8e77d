-- Attacks: memory, by a buffer of gsub.
-- Must: memory or deadline
local s = ("x"):rep(1 << 20)
return (s:gsub(".", s))
