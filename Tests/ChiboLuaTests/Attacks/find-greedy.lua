-- Attacks: polynomial backtracking by greedy items.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("x"):rep(20000):find(".*.*.*.*b")
