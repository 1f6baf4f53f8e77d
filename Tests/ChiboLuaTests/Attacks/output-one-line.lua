-- Attacks: the output, by one line.
-- Must: output
print(("x"):rep(2000000))
