-- Attacks: exponential backtracking in match.
-- Must: deadline
return ("a"):rep(40):match(("a?"):rep(40) .. ("a-"):rep(20) .. "b")
