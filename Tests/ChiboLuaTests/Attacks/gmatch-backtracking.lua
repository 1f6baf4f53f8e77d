-- Attacks: polynomial backtracking in gmatch.
-- Must: deadline
for a in ("x"):rep(20000):gmatch("(.-)(.-)(.-)b") do end
