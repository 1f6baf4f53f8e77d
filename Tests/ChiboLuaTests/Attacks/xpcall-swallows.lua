-- Attacks: the stop as an error that xpcall catches.
-- Must: deadline
while true do
  xpcall(function() while true do end end, function() end)
end
