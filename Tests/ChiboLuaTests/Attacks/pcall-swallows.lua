-- Attacks: the stop as an error that pcall catches.
-- Must: deadline
while true do
  pcall(function() while true do end end)
end
