-- Attacks: polynomial backtracking in find.
-- Must: deadline
return ("x"):rep(20000):find(".-.-.-.-b")
