-- Attacks: CVE-2022-28805: an environment that is a constant.
-- Must: ends
-- Hurts: not the system's library: CVE-2022-28805, which Debian mended in its 5.4.4.
local f = load("local _ENV <const> = 11; X = 'hi'")
assert(f and not pcall(f))
local g = load("local _ENV <const> = nil; return X")
assert(g and not pcall(g))
