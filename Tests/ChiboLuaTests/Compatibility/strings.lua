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
