-- Attacks: determinism, by the size of the heap.
-- Must: error: not offered
return collectgarbage("count")
