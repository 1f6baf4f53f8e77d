-- Attacks: exponential backtracking in match.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("a"):rep(40):match(("a?"):rep(40) .. ("a-"):rep(20) .. "b")
