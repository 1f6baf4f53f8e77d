--- Tests of a unit's scripts: describe, it, fixture, given, evaluate, expect.
local host = ...

local type, tostring, error, pairs, setmetatable = type, tostring, error, pairs, setmetatable

local path = {}

local function describe(name, body)
  path[#path + 1] = name
  body()
  path[#path] = nil
end

local function it(name, body)
  path[#path + 1] = name
  host.test_case(table.concat(path, " › "), body)
  path[#path] = nil
end

local function show(value)
  if type(value) == "string" then return ("%q"):format(value) end
  if type(value) ~= "table" then return tostring(value) end
  local parts = {}
  for key, element in pairs(value) do parts[#parts + 1] = tostring(key) .. " = " .. show(element) end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

local function same(left, right)
  if left == right then return true end
  if type(left) ~= "table" or type(right) ~= "table" then return false end
  for key, value in pairs(left) do
    if not same(value, right[key]) then return false end
  end
  for key in pairs(right) do
    if left[key] == nil then return false end
  end
  return true
end

local function fail(expected, got)
  host.test_failure("mong đợi / expected: " .. expected .. "\nnhận được / got: " .. got)
end

local Expectation = { __metatable = "expectation" }
Expectation.__index = function(expectation, word)
  local got = host.raw(expectation, "value")
  local checks = {
    is = function(wanted) if not same(got, wanted) then fail(show(wanted), show(got)) end end,
    is_not = function(wanted) if same(got, wanted) then fail("khác / not " .. show(wanted), show(got)) end end,
    contains = function(wanted)
      local found = type(got) == "string" and got:find(wanted, 1, true)
      if not found then fail("có / containing " .. show(wanted), show(got)) end
    end,
    is_true = function() if got ~= true then fail("true", show(got)) end end,
    is_nil = function() if got ~= nil then fail("nil", show(got)) end end,
    fails_with = function(wanted)
      local ok, message = pcall(got)
      if ok then fail("một lỗi / an error: " .. wanted, "không có lỗi / no error") end
      message = tostring(message)
      if not message:find(wanted, 1, true) then fail("một lỗi / an error: " .. wanted, message) end
    end,
  }
  return checks[word] or error("expect(…)." .. tostring(word) .. ": không có phép so này / no such check", 2)
end

local function expect(value) return setmetatable({ value = value }, Expectation) end

return {
  describe = describe, it = it, expect = expect, fixture = host.fixture, evaluate = host.test_evaluate,
  given = host.test_given,
}
