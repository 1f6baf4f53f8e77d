-- Shared by the scripts of this folder, put in front of each: a generator of its own (the same numbers in every
-- interpreter), and a line for each call. Errors are compared with their messages.
local seed = SEED
local function random(n)
  seed = (seed * 6364136223846793005 + 1442695040888963407)
  return ((seed >> 33) % n) + 1
end

local function pick(list) return list[random(#list)] end

local function text(value)
  if math.type(value) == "float" then return string.format("%a", value) end
  if type(value) == "string" then return (string.format("%q", value):gsub("\n", "n")) end
  if type(value) == "table" then return "table" end
  return tostring(value)
end

local function line(label, results)
  local parts = { label, tostring(results[1]) }
  for i = 2, results.n do parts[i + 1] = text(results[i]) end
  print((table.concat(parts, " ")))
end

-- Called by name inside a function, so that both interpreters know the name for their messages.
local function try(label, f) line(label, table.pack(pcall(f))) end
