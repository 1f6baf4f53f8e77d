-- Attacks: CVE-2025-49844: the collector runs while the parser holds a name.
-- Must: ends
-- Hurts: not the system's library: Redis before 8.2.2 (CVE-2025-49844).
for i = 1, 200 do
  load(function() local t = {} for j = 1, 50 do t[j] = {} end return nil end, "name" .. i)
  load("local x" .. i .. " = " .. i .. " return function() return x" .. i .. " end", ("n"):rep(i * 10))
end
