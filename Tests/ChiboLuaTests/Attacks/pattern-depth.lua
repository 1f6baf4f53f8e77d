-- Attacks: the C stack, by the nesting of a pattern.
-- Must: error: too complex
-- Hurts: not the system's library: it counts the depth.
return ("a"):rep(300000):find(("a?"):rep(1000))
