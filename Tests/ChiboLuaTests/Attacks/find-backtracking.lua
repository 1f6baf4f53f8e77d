-- Attacks: exponential backtracking in find.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("a"):rep(40):find(("a-"):rep(30) .. "b")
