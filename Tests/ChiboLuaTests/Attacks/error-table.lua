-- Attacks: the host, by an error that cannot be shown.
-- Must: error
-- Hurts: not the system's library: a host that asks for the text of an error without protection.
error(setmetatable({}, { __tostring = function() error("never") end }))
