-- Attacks: the stop as an error that pcall catches.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
while true do
  pcall(function() while true do end end)
end
