-- Attacks: CVE-2024-31449, CVE-2022-24834: libraries in C that hosts add for convenience.
-- Must: ends
-- Hurts: not the system's library: Redis before 7.4.1 (bit.tohex) and before 7.0.12 (cjson), which had these libraries.
assert(not bit and not bit32 and not cjson and not cmsgpack and not struct)
