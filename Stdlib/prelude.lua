--- What every script sees without asking: answers, shares, dates, texts, and the methods of collections.
-- The host runs this file once a state and hands it its primitives.
local host = ...

local setmetatable, type, error, tostring = setmetatable, type, error, tostring

local globals = {}

-- Answers ------------------------------------------------------------------------------------------------------------

local Answer = { __name = "answer", __metatable = "answer" }
Answer.__tostring = function(answer) return answer.answer .. ": " .. answer.reason end

local function answer(kind)
  return function(reason)
    if reason ~= nil and type(reason) ~= "string" then
      error(kind .. " cần một câu nói vì sao \u{2060}/ " .. kind .. " takes a sentence that says why", 2)
    end
    return setmetatable({ answer = kind, reason = reason or "" }, Answer)
  end
end

--- The answer of a rule that cannot know: `return unknown "chưa có điểm danh"`, or `error(unknown "…")` from a helper.
globals.unknown = answer "unknown"

--- The answer of a rule that is not about this record.
globals.not_applicable = answer "not_applicable"

--- "Without a value" in `where { … }`, and the key of records without a key.
globals.none = host.none

-- Shares -------------------------------------------------------------------------------------------------------------

local Share = { __name = "share", __metatable = "share" }
local Percent = { __name = "percent", __metatable = "percent" }

local function count_of(value, name)
  if math.type(value) == "integer" and value >= 0 and value <= 10 ^ 15 then return value end
  if type(value) == "userdata" or type(value) == "table" then return #value end
  error(name .. ": cần một số đếm hoặc một tập hợp \u{2060}/ a count or a collection is needed", 3)
end

--- A part of a whole, exact: `share(good, rated) > percent(90)`. Takes counts or collections.
function globals.share(part, whole)
  return setmetatable({ part = count_of(part, "share"), whole = count_of(whole, "share") }, Share)
end

--- A percentage as written: `percent(90)`, `percent "97.5"`.
function globals.percent(value)
  local units, denominator = host.percent_parse(value)
  return setmetatable({ units = units, denominator = denominator }, Percent)
end

local function is(value, metatable) return type(value) == "table" and host.has_metatable(value, metatable) end

--- Order of a share and a percentage: below zero, zero, above zero.
local function order(left, right)
  if is(left, Share) and is(right, Percent) then
    return host.share_compare(left.part, left.whole, right.units, right.denominator)
  elseif is(left, Percent) and is(right, Share) then
    return -host.share_compare(right.part, right.whole, left.units, left.denominator)
  elseif is(left, Share) and is(right, Share) then
    return host.shares_compare(left.part, left.whole, right.part, right.whole)
  elseif is(left, Percent) and is(right, Percent) then
    return host.percents_compare(left.units, left.denominator, right.units, right.denominator)
  end
  error("so sánh một tỷ lệ với percent(90), không với số \u{2060}/ "
    .. "compare a share with percent(90), not with a number", 3)
end

for _, metatable in ipairs { Share, Percent } do
  metatable.__lt = function(left, right) return order(left, right) < 0 end
  metatable.__le = function(left, right) return order(left, right) <= 0 end
  metatable.__eq = function(left, right) return order(left, right) == 0 end
  metatable.__concat = function(left, right) return tostring(left) .. tostring(right) end
end

Share.__tostring = function(share) return host.share_text(share.part, share.whole) end
Percent.__tostring = function(percent) return host.percent_text(percent.units, percent.denominator) end

-- Dates --------------------------------------------------------------------------------------------------------------

local function immutable(name)
  return function() error(name .. " chỉ để đọc \u{2060}/ " .. name .. " is read-only", 2) end
end

globals.date = setmetatable({}, {
  __index = { months = host.date_months, years = host.date_years, days = host.date_days, today = host.today,
    working_days = host.working_days },
  __call = function(_, text) return host.date_parse(text) end,
  __newindex = immutable "date",
  __metatable = "date",
})

-- `text` is Stdlib/text.lua.

--- Writes a line for the person who runs the script; it is no part of the result.
function globals.log(...)
  local texts = table.pack(...)
  for position = 1, texts.n do texts[position] = tostring(texts[position]) end
  print(table.concat(texts, " "))
end

-- Collections --------------------------------------------------------------------------------------------------------

-- Keys with what belongs to each, in a stated order: `for branch, rows in members:group_by "branch" do`.
local Groups = { __name = "groups", __metatable = "groups" }
Groups.__len = function(groups) return #host.raw(groups, "keys") end
Groups.__newindex = immutable "groups"
Groups.__pairs = function(groups) return groups end
Groups.__index = function(groups, key)
  local position = host.raw(groups, "positions")[key]
  return position and host.raw(groups, "values")[position]
end
Groups.__call = function(groups, _, key)
  local next_position = key == nil and 1 or host.raw(groups, "positions")[key] + 1
  return host.raw(groups, "keys")[next_position], host.raw(groups, "values")[next_position]
end

local function groups_of(keys, values)
  local positions = {}
  for position, key in ipairs(keys) do positions[key] = position end
  return setmetatable({ keys = keys, values = values, positions = positions }, Groups)
end

local rows = {}

--- The rows for which all conditions hold: a table of fields, or a function.
function rows.where(self, condition)
  if type(condition) ~= "function" then return host.rows_where(self, condition) end
  local kept, n = {}, 0
  for row in self do
    if condition(row) then
      n = n + 1
      kept[n] = row
    end
  end
  return host.rows_from(self, kept)
end

-- `branch.meetings { kind = "thematic" }`, and `branch.meetings()`: all of them.
local function call(self, condition)
  if condition == nil then return self end
  return rows.where(self, condition)
end

--- How many rows there are.
function rows.count(self) return #self end

--- The first row, or nil.
function rows.first(self) return self[1] end

--- Whether a row meets a condition; without one, whether there is any row.
function rows.any(self, condition)
  if condition == nil then return #self > 0 end
  if type(condition) == "table" then return #host.rows_where(self, condition) > 0 end
  for row in self do
    if condition(row) then return true end
  end
  return false
end

--- Whether all rows meet a condition.
function rows.every(self, condition)
  if type(condition) == "table" then return #host.rows_where(self, condition) == #self end
  for row in self do
    if not condition(row) then return false end
  end
  return true
end

local function reader(what)
  if type(what) == "function" then return what end
  return function(row) return host.rows_value(row, what) end
end

--- A list of what a function or a field says of each row.
function rows.map(self, what)
  local read, list, n = reader(what), {}, 0
  for row in self do
    n = n + 1
    list[n] = read(row)
  end
  return list
end

local function number_of(value)
  if value == nil then error(globals.unknown "một bản ghi chưa có số này", 3) end
  return value
end

--- The sum of a field or of what a function says; 0 of no rows.
function rows.sum(self, what)
  local read, sum = reader(what), 0
  for row in self do sum = sum + number_of(read(row)) end
  return sum
end

local function extreme(self, what, before)
  local read, best = reader(what), nil
  for row in self do
    local value = read(row)
    if value ~= nil and (best == nil or before(value, best)) then best = value end
  end
  return best
end

--- The smallest value, or nil.
function rows.min(self, what) return extreme(self, what, function(a, b) return a < b end) end

--- The greatest value, or nil.
function rows.max(self, what) return extreme(self, what, function(a, b) return b < a end) end

--- The rows in the order of a field; names by given, middle, family name.
function rows.sort_by(self, path, direction) return host.rows_sort(self, path, direction == "descending") end

--- The rows by the value of a field, in a stated order; those without one last, under `none`.
function rows.group_by(self, path) return groups_of(host.rows_group(self, path)) end

--- How many rows have each value of a field.
function rows.tally(self, path)
  local keys, collections = host.rows_group(self, path)
  local counts = {}
  for position, collection in ipairs(collections) do counts[position] = #collection end
  return groups_of(keys, counts)
end

--- The record of an id, or nil.
rows.find = host.rows_find

--- The rows of both, each once.
rows.union = host.rows_union

--- The rows that are not in the other.
rows.without = host.rows_without

--- All records of the kind, those that have left included.
rows.ever = host.rows_ever

return {
  globals = globals, rows = rows, call = call, answer = Answer, share = Share, percent = Percent, groups = Groups,
}
