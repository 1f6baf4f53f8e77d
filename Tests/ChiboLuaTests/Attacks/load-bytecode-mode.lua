-- Attacks: the interpreter, by bytecode that is asked for.
-- Must: error: only texts
load("\27Lua", "x", "b")
