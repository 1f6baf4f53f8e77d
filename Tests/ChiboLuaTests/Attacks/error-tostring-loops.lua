-- Attacks: the host, by an error whose text does not end.
-- Must: error
-- Hurts: hangs.
error(setmetatable({}, { __tostring = function() while true do end end }))
