-- Attacks: the stop of a matcher, caught.
-- Must: deadline
while true do
  pcall(string.gsub, ("x"):rep(20000), ".-.-.-.-b", "")
end
