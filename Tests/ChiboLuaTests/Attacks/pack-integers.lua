-- Attacks: CVE-2020-14147: sizes in string.pack and unpack.
-- Must: ends
-- Hurts: not the system's library: Redis before 6.0.3 (CVE-2020-14147).
for _, o in ipairs({ "i17", "i0", "!17i4", "s17", "c", "Xz", "i16", "j2147483648" }) do
  pcall(string.pack, o, 1)
  pcall(string.unpack, o, "abc")
  pcall(string.packsize, o)
end
assert(not pcall(string.unpack, "i4", "abc", math.mininteger))
assert(not pcall(string.packsize, ("c2147483647"):rep(3)))
