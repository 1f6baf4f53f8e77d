-- Attacks: one huge piece from a reader.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
local s, given = "if a then " .. ("elseif a then "):rep(200000) .. "end", false
load(function() if not given then given = true return s end end)
