-- Attacks: the interpreter, by bytecode that is asked for.
-- Must: error: only texts
-- Hurts: not the system's library: this bytecode is cut off; whole, it is run unchecked.
load("\27Lua", "x", "b")
