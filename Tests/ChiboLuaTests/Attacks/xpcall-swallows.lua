-- Attacks: the stop as an error that xpcall catches.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
while true do
  xpcall(function() while true do end end, function() end)
end
