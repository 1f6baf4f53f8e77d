-- Attacks: bytecode to change.
-- Must: error
-- Hurts: gets through: it has bytecode to change, and changed bytecode crashes.
return string.dump(function() end)
