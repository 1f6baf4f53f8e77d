-- Attacks: the stop, while memory runs out again and again.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
while true do
  pcall(function()
    local t = {}
    while true do t[#t + 1] = ("x"):rep(1000) .. #t end
  end)
end
