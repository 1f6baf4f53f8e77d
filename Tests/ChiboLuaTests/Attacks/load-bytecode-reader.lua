-- Attacks: the interpreter, by bytecode in pieces.
-- Must: ends
local parts, i = { "\27", "Lua" }, 0
assert(load(function() i = i + 1 return parts[i] end) == nil)
