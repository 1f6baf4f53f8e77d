-- Attacks: the interpreter, by bytecode.
-- Must: ends
-- Hurts: not the system's library: this bytecode is cut off; whole, it is run unchecked.
local f, e = load("\27Lua\x54\0\x19\x93\r\n\x1a\n")
assert(f == nil and e:find("binary"))
