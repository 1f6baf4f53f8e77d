-- Attacks: quadratic comparison of back references.
-- Must: deadline
return ("a"):rep(100000):find("(.+)%1b")
