-- Attacks: the output, by lines.
-- Must: output
-- Hurts: floods.
while true do print(("x"):rep(1000)) end
