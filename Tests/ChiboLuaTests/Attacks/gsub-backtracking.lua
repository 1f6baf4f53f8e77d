-- Attacks: polynomial backtracking in gsub.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("x"):rep(20000):gsub(".-.-.-.-b", "")
