-- Attacks: time in unpack of nothing.
-- Must: deadline
while true do local t = select("#", table.unpack({}, 1, 900000)) end
