-- Attacks: the end of output, caught.
-- Must: output
-- Hurts: floods.
while true do pcall(print, ("x"):rep(1000)) end
