-- Attacks: exponential backtracking by 24 bytes and 29 bytes.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
return string.find(("a"):rep(24), ("a-"):rep(14) .. "b")
