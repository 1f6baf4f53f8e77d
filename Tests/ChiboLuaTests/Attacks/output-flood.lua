-- Attacks: the output, by lines.
-- Must: output
while true do print(("x"):rep(1000)) end
