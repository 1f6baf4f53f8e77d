-- Attacks: polynomial backtracking in gmatch.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
for a in ("x"):rep(20000):gmatch("(.-)(.-)(.-)b") do end
