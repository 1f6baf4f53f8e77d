-- insert, remove, move, concat, unpack and sort on random tables and arguments, good and bad.
local function show(t)
  local parts = {}
  for i = -3, 16 do parts[#parts + 1] = text(t[i]) end
  return table.concat(parts, ",")
end

local function make(n, with_holes)
  local t = {}
  for i = 1, n do t[i] = random(3) == 1 and ("s" .. random(20)) or random(50) end
  if with_holes and n > 2 then t[random(n - 2)] = nil end
  return t
end

local function position() return random(12) == 1 and pick({ math.maxinteger, math.mininteger, 0, 2.0, 1.5, "3", "x" }) or random(12) - 3 end

for i = 1, 2500 do
  local n = random(10) - 1
  local t, at = make(n), position()
  try(i .. " insert", function() table.insert(t, at, "new") return show(t) end)
  t = make(n)
  try(i .. " insert last", function() table.insert(t, "new") return show(t) end)
  t, at = make(n), position()
  try(i .. " remove", function() local r = table.remove(t, at) return r, show(t) end)
  t = make(n)
  try(i .. " remove last", function() local r = table.remove(t) return r, show(t) end)
  local f, e, to = random(10) - 3, random(10) - 3, random(10) - 3
  local target = random(2) == 1 and make(3) or nil
  t = make(n, true)
  try(i .. " move", function() local r = table.move(t, f, e, to, target) return r == (target or t), show(r) end)
  at = position()
  try(i .. " concat", function() local r = table.concat(t, pick({ "", ",", ", " }), at) return r end)
  try(i .. " concat", function() local r = table.concat(t, "-", 1, random(10)) return r end)
  local last = random(6) == 1 and position() or random(9)
  if math.tointeger(at) and math.tointeger(last) and last ~= math.maxinteger and at ~= math.mininteger then
    try(i .. " unpack", function() local r = table.pack(table.unpack(t, at, last)) return r.n, r[1], r[r.n] end)
  end
end

local function sorted(label, t, order)
  try(label, function() table.sort(t, order) return table.concat(t, " ") end)
end
for i = 1, 300 do
  local n = random(60) - 1
  local whole, names, mixed, floats = {}, {}, {}, {}
  for k = 1, n do
    whole[k], names[k] = random(1000) - 500, ("x"):rep(random(3)) .. random(30)
    mixed[k] = random(2) == 1 and random(100) or random(1000) / 8
    floats[k] = random(100000) / 16
  end
  sorted(i .. " whole", whole)
  sorted(i .. " down", whole, function(a, b) return a > b end)
  sorted(i .. " names", names)
  sorted(i .. " floats", floats)
  local seen = {}
  for _, v in ipairs(mixed) do seen[#seen + 1] = v + 0.0 end  -- 3 and 3.0 are equal: their order is ours to choose
  sorted(i .. " mixed", seen)
end
local big = { math.maxinteger, math.mininteger, 0, math.maxinteger - 1, (1 << 53) + 1, 1 << 53, (1 << 53) - 1 }
sorted("big", big)
sorted("big and float", { math.maxinteger, 2.0 ^ 53, (1 << 53) + 1, -1.5, math.huge, -math.huge })
try("sort 2 kinds", function() table.sort({ 1, "x" }) end)
try("sort tables", function() table.sort({ {}, {} }) end)
try("sort by number", function() table.sort({ 1, 2 }, 3) end)
try("sort nothing", function() table.sort() end)
try("sort raises", function() table.sort({ 3, 2, 1 }, function() error("no order", 0) end) end)
try("insert 1", function() table.insert({}) end)
try("insert 4", function() table.insert({}, 1, 2, 3) end)
try("insert nothing", function() table.insert() end)
try("insert text", function() table.insert("x", 1) end)
try("remove nothing", function() local r = table.remove(nil) return r end)
try("remove empty", function() local r = table.remove({}, 0) return r end)
try("remove last + 1", function() local r = table.remove({ 1, 2 }, 3) return r end)
try("remove nil position", function() local r = table.remove({ 1, 2 }, nil) return r end)
try("move wrap", function() local r = table.move({}, 1, math.maxinteger, 2) return r end)
try("move many", function() local r = table.move({}, -1, math.maxinteger, 2) return r end)
try("move nil", function() local r = table.move({}, 1, 2) return r end)
try("move to text", function() local r = table.move({}, 1, 2, 1, "x") return r end)
try("concat table", function() local r = table.concat({ 1, {}, 3 }) return r end)
try("concat nil", function() local r = table.concat({ 1 }, ",", 1, 3) return r end)
try("concat gap", function() local r = table.concat({ 1 }, {}) return r end)
try("concat ends", function() local r = table.concat({}, "x", math.maxinteger, math.maxinteger - 1) return r end)
try("concat last", function()
  local r = table.concat({ [math.maxinteger] = "m" }, "x", math.maxinteger, math.maxinteger)
  return r
end)
try("unpack many", function() local r = table.unpack({}, 1, 1 << 40) return r end)
try("unpack all", function() local r = table.unpack({}, math.mininteger, math.maxinteger) return r end)
try("unpack ends", function() local r = table.pack(table.unpack({}, math.maxinteger - 1, math.maxinteger)) return r.n end)
try("unpack nil", function() local r = table.unpack() return r end)

-- Behind metatables.
local log = {}
local watched = setmetatable({}, {
  __len = function() return 4 end,
  __index = function(_, i) log[#log + 1] = "get " .. i return i * 10 end,
  __newindex = function(_, i, v) log[#log + 1] = "set " .. i .. " " .. tostring(v) end,
})
try("watched insert", function() table.insert(watched, 2, "v") return table.concat(log, ";") end)
try("watched remove", function() local r = table.remove(watched, 2) return r, table.concat(log, ";") end)
try("watched move", function() table.move(watched, 1, 3, 2) return table.concat(log, ";") end)
try("watched concat", function() local r = table.concat(watched, ",") return r end)
try("watched unpack", function() local r = table.pack(table.unpack(watched)) return r.n, r[4] end)
