-- Attacks: 5.4.4: message handler overwritten when a coroutine is closed.
-- Must: ends
-- Hurts: not the system's library: the wrong message (until 5.4.5) depends on where the stack stands.
local ok, e = xpcall(function()
  local t <close> = setmetatable({}, { __close = function() pcall(error, "inner") end })
  error("outer", 0)
end, function(e) return e .. "!" end)
assert(not ok and e == "outer!")
