-- Attacks: quadratic comparison of back references.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return ("a"):rep(100000):find("(.+)%1b")
