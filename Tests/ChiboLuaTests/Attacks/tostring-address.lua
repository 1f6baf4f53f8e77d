-- Attacks: determinism, by addresses in texts.
-- Must: ends
-- Hurts: leaks an address.
for _, v in ipairs({ {}, print, coroutine.create(print) }) do
  assert(not tostring(v):find("0x"))
  assert(not ("%s"):format(v):find("0x"))
end
