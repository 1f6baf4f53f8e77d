-- find, match, gmatch and gsub on random patterns, many of them malformed, and random subjects.
local pieces = {
  "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%u", "%l", "%p", "%x", "%c", "%g", "%A", "%D", "%S", "%W", "%.", "%%",
  "[ab]", "[^ab]", "[a-c]", "[^%d]", "[%a_]", "[]]", "[^]]", "[a-]", "[%a-z]", "[a", "[", "]", "%", "(", ")", "()",
  "(a)", "(a*)", "(.-)", "(%a+)", "%1", "%2", "%0", "%bab", "%b()", "%b", "%f[%a]", "%f[^%a]", "%f", "^", "$", "-",
  "*", "+", "?", "a*", "b+", "c-", ".-", ".*", "a?", "\0", "\xff", "%z", "%Z", "x-y", "-", "^a", "a$",
}
local letters = { "a", "b", "c", "aa", "ab", "1", "2", " ", "_", "A", "(", ")", "x", "y", ".", "%", "\0", "\xff", "]" }

local function make(list, most)
  local parts = {}
  for i = 1, random(most) - 1 do parts[i] = pick(list) end
  return table.concat(parts)
end

local replacements = {
  "x", "%0", "%1", "%2", "[%1]", "%%", "%", "%x", "", 5, "<%0%0>", { a = "A", b = false, c = 7, aa = {} },
  function(...) return select("#", ...) end, function(a) return a ~= "b" and a end, function() end, true,
}

for i = 1, 3000 do
  local subject, pattern = make(letters, 14), make(pieces, 6)
  local init = random(3) == 1 and random(12) - 6 or nil
  local plain = random(10) == 1 or nil
  local label = i .. " " .. text(subject) .. " " .. text(pattern)
  try(label .. " find", function() local r = table.pack(string.find(subject, pattern, init, plain)) return table.unpack(r, 1, r.n) end)
  try(label .. " match", function() local r = table.pack(string.match(subject, pattern, init)) return table.unpack(r, 1, r.n) end)
  local replacement, most = pick(replacements), random(4) == 1 and random(4) - 2 or nil
  try(label .. " gsub", function() local r = table.pack(string.gsub(subject, pattern, replacement, most)) return table.unpack(r, 1, r.n) end)
  try(label .. " gmatch", function()
    local found = {}
    for a, b in string.gmatch(subject, pattern, init) do
      found[#found + 1] = text(a) .. "," .. text(b)
      if #found > 30 then break end
    end
    return table.concat(found, ";")
  end)
end

-- Limits of the matcher.
try("captures 32", function() local r = table.pack(string.find(("a"):rep(40), ("(a)"):rep(32))) return r.n end)
try("captures 33", function() local r = table.pack(string.find(("a"):rep(40), ("(a)"):rep(33))) return r.n end)
for _, n in ipairs({ 190, 195, 198, 199, 200, 201, 202, 210 }) do
  try("depth " .. n, function() local r = string.find(("a"):rep(300), ("a?"):rep(n)) return r end)
  try("depth - " .. n, function() local r = string.find(("a"):rep(300), ("a-"):rep(n)) return r end)
  try("depth * " .. n, function() local r = string.find(("a"):rep(300), ("a*"):rep(n)) return r end)
end
try("number subject", function() local r = string.find(12345, 34) return r end)
try("no subject", function() local r = string.find() return r end)
try("bad pattern", function() local r = string.match("a", {}) return r end)
try("bad init", function() local r = string.match("a", "a", "x") return r end)
try("bad most", function() local r = string.gsub("a", "a", "b", "x") return r end)
try("no replacement", function() local r = string.gsub("a", "a") return r end)
try("method", function() local r = ("a"):find() return r end)
try("init at the ends", function() local r = string.find("abc", "", 4) return r end)
try("init past the end", function() local r = string.find("abc", "", 5) return r end)
try("least init", function() local r = string.find("abc", "a", math.mininteger) return r end)
try("greatest init", function() local r = string.find("abc", "a", math.maxinteger) return r end)
