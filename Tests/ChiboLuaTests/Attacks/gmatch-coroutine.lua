-- Attacks: a matcher that goes on in another coroutine.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local next = ("x"):rep(20000):gmatch("(.-)(.-)(.-)b")
while true do coroutine.wrap(next)() end
