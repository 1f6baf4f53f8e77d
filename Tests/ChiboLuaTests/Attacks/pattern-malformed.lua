-- Attacks: reading past the end of malformed patterns.
-- Must: ends
-- Hurts: not the system's library: it checks where a pattern ends.
for _, p in ipairs({ "%", "[", "[^", "[%", "[a-", "[^]", "%f", "%fa", "%b", "%bx", "(", "(()", ")", "%1", "(%1)", "[a-%" }) do
  pcall(string.find, "abc", p)
  pcall(string.gsub, "abc", p, "x")
  pcall(string.match, "", p)
end
