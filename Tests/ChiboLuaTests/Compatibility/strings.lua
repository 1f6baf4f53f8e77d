-- rep, and format as far as its texts do not depend on the process.
for i = 1, 400 do
  local s, n, gap = ("ab"):rep(random(20) - 1), random(40) - 5, random(3) == 1 and ("-"):rep(random(4) - 1) or nil
  try(i .. " rep", function() local r = string.rep(s, n, gap) return r end)
end
for _, n in ipairs({ 1 << 20, (1 << 20) + 1, 3000000 }) do
  for _, unit in ipairs({ "x", "abc", ("q"):rep(1000) .. "r" }) do
    try("long rep", function()
      local r = string.rep(unit, n // #unit, "")
      local sum = 0
      for at = 1, #r, 997 do sum = (sum * 31 + r:byte(at)) & 0xffffffff end
      return #r, sum, r:sub(-5)
    end)
  end
end
try("rep too large", function() local r = string.rep("x", 1 << 62, "yy") return r end)
try("rep negative", function() local r = string.rep("x", math.mininteger) return r end)
try("rep nothing", function() local r = string.rep("", 100, "") return r end)
try("rep no count", function() local r = string.rep("x") return r end)
try("rep gap", function() local r = string.rep("x", 2, {}) return r end)
for _, spec in ipairs({ "%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%5.1f", "%g", "%e", "%a", "%s", "%10s", "%.2s", "%q", "%c", "%i",
                        "%99d", "%100d", "%.99f", "%.100f", "%y", "%", "%-", "%#x", "%5", "%l", "%99999d" }) do
  for _, value in ipairs({ 42, -7.5, "text", 3.0, 1e308, "10", true }) do
    try("format " .. spec .. " " .. text(value), function() local r = string.format(spec, value) return r end)
  end
end
-- utf8.len, whole and past the size at which ours goes on in pieces.
local kinds = { "a", "é", "Ả", "𝄞", "\u{7FFFFFFF}", "\x80", "\xc3", "\xff" }
for i = 1, 400 do
  local parts = {}
  for k = 1, random(12) - 1 do parts[k] = kinds[random(random(4) == 1 and 8 or 4)] end
  local s, from, to = table.concat(parts), random(24) - 10, random(24) - 10
  local lax = random(3) == 1
  try(i .. " len", function() local n, at = utf8.len(s, from, to, lax) return n, at end)
  try(i .. " len", function() local n, at = utf8.len(s) return n, at end)
end
local unit = "aéẢ𝄞"
for _, shift in ipairs({ 0, 1, 2, 3, 4, 5 }) do
  local s = ("x"):rep(shift) .. unit:rep(350000)
  try("long len", function() local n, at = utf8.len(s) return n, at end)
  try("long len from", function() local n, at = utf8.len(s, 2 + shift, -5) return n, at end)
  for _, at in ipairs({ 1 << 20, (1 << 20) + 1, (1 << 20) - 1, (1 << 20) + 2, 2500000 }) do
    for _, bad in ipairs({ "\x80", "\xff", "\xf0\x9d" }) do
      local broken = s:sub(1, at) .. bad .. s:sub(at + 1)
      try("long len broken", function() local n, where = utf8.len(broken) return n, where end)
    end
  end
end
try("len bounds", function() local n = utf8.len("abc", 5) return n end)
try("len bounds", function() local n = utf8.len("abc", 1, 4) return n end)
try("len bounds", function() local n = utf8.len(("x"):rep(2000000), 1, 2000001) return n end)
try("len bounds", function() local n = utf8.len(("x"):rep(2000000), -3000000) return n end)
try("len of nothing", function() local n = utf8.len() return n end)
