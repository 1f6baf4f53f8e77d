-- Attacks: the stop as an error that resume catches.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
while true do
  coroutine.resume(coroutine.create(function() while true do end end))
end
