-- Attacks: determinism, by the size of the heap.
-- Must: error: not offered
-- Hurts: gets through: it sees how large the heap is.
return collectgarbage("count")
