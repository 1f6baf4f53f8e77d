-- Attacks: polynomial backtracking in gsub.
-- Must: deadline
return ("x"):rep(20000):gsub(".-.-.-.-b", "")
