-- Attacks: the output, by one line.
-- Must: output
-- Hurts: floods.
print(("x"):rep(2000000))
