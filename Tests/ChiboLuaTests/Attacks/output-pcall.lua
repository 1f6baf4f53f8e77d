-- Attacks: the end of output, caught.
-- Must: output
while true do pcall(print, ("x"):rep(1000)) end
