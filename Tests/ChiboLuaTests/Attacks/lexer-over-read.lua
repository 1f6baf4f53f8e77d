-- Attacks: CVE-2025-46819: reading past the end in long brackets.
-- Must: ends
-- Hurts: not the system's library: Redis before 8.2.2 (CVE-2025-46819).
for _, s in ipairs({ "[", "[=", "[==", "return [=", "--[=", "--[[", "[[", "\"\\", "\"\\x", "\"\\u{", "0x", "1e", "1e+", "\27" }) do
  assert(load(s .. ("="):rep(5000)) == nil or true)
  load(s)
end
