-- Attacks: polynomial backtracking by greedy items.
-- Must: deadline
return ("x"):rep(20000):find(".*.*.*.*b")
