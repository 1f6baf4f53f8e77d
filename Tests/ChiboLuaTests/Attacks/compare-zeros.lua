-- Attacks: 5.4.4: reading past the end in the comparison of strings with zeros.
-- Must: ends
-- Hurts: not the system's library: it reads a byte past the end (until 5.4.5), which harms nothing that shows.
for i = 1, 2000 do
  local a, b = ("a\0"):rep(i % 50) .. "x", ("a\0"):rep(i % 50) .. "x\0"
  assert(a < b and not (b < a))
end
