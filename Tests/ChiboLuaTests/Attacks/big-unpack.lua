-- Attacks: time in unpack of nothing.
-- Must: deadline
-- Hurts: hangs, under a counting hook too.
while true do local t = select("#", table.unpack({}, 1, 900000)) end
