-- Attacks: bytecode to change.
-- Must: error
return string.dump(function() end)
