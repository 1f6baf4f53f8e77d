-- Attacks: exponential backtracking in find.
-- Must: deadline
return ("a"):rep(40):find(("a-"):rep(30) .. "b")
