-- Attacks: CVE-2021-32626: results without room on the stack.
-- Must: ends or error
-- Hurts: not the system's library: Redis before 6.2.6 (CVE-2021-32626), whose functions did not ask for room on the stack.
local co = coroutine.wrap(function(...) while true do coroutine.yield(...) end end)
pcall(co, table.unpack({}, 1, 100000))
local s = ("(a)"):rep(32)
for i = 1, 50 do assert(select("#", ("a"):rep(32):match(s)) == 32) end
