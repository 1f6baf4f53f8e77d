-- Attacks: the stop as an error that resume catches.
-- Must: deadline
while true do
  coroutine.resume(coroutine.create(function() while true do end end))
end
