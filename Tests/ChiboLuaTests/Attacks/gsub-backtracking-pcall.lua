-- Attacks: the stop of a matcher, caught.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
while true do
  pcall(string.gsub, ("x"):rep(20000), ".-.-.-.-b", "")
end
