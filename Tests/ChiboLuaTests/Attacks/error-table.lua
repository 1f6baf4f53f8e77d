-- Attacks: the host, by an error that cannot be shown.
-- Must: error
error(setmetatable({}, { __tostring = function() error("never") end }))
