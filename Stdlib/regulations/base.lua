--- What the rules share: numbers from the packs, whole months, what nobody has recorded.
local host = ...

local base = {}

--- The day that a rule is asked for: the one given, else that of the record's data, else that of the run.
function base.day(on, record)
  if on ~= nil then return on end
  if record ~= nil then return host.record_day(record) end
  return host.scope().as_of
end

local function refuse(key, pack, own)
  local names = {}
  for name in pairs(pack) do names[#names + 1] = name end
  for _, name in ipairs(own) do names[#names + 1] = name end
  table.sort(names)
  local list = table.concat(names, ", ")
  error(("không có tham số `%s`; có: %s \u{2060}/ there is no option `%s`; there are: %s")
    :format(tostring(key), list, tostring(key), list), 4)
end

--- The numbers of a rule: those that the call gives, else those of the rule packs that are valid on the day.
---@param options table|nil what the call gives
---@param day any the day whose packs count
---@param pack table<string, string> the option's name, and the name of its number in the packs
---@param own string[]|nil options that are no numbers of a pack
function base.numbers(options, day, pack, own)
  local known = own or {}
  for key in pairs(options or {}) do
    local found = pack[key] ~= nil
    for _, name in ipairs(known) do found = found or name == key end
    if not found then refuse(key, pack, known) end
  end
  local rules
  local values = {}
  for key, name in pairs(pack) do
    local given = options and options[key]
    if given == nil then
      rules = rules or host.rules_on(day)
      given = rules[name]
    end
    values[key] = given
  end
  for _, name in ipairs(known) do values[name] = options and options[name] end
  return values
end

--- Refuses entries that mean nothing: a misspelt one would be a fact that silently does not count.
function base.only(given, known) base.numbers(given, nil, {}, known) end

--- A method takes a day, or a table of options with the day in `on`, or both.
function base.arguments(on, options)
  if type(on) ~= "table" then return on, options end
  local rest
  for key, value in pairs(on) do
    if key ~= "on" then
      rest = rest or {}
      rest[key] = value
    end
  end
  return on.on, rest
end

--- The value, or the answer "unknown" for the rule that asks.
function base.known(value, what)
  if value == nil then error(unknown(what), 0) end
  return value
end

--- Ends a rule that is not about this record.
function base.not_about(why) error(not_applicable(why), 0) end

--- Whole months from a day to another: n months are complete on the day n months later, clamped (31/08 → 30/09).
function base.whole_months(from, to) return to:months_since(from) end

--- So many months in words: 218 → "18 tuổi 2 tháng".
function base.age_text(months) return ("%d tuổi %d tháng"):format(months // 12, months % 12) end

--- A percentage from what a script writes: a number, a text, a share or a percentage.
function base.percentage(value)
  if type(value) == "table" then return value end
  return percent(value)
end

--- The last of two days.
function base.later(left, right) if left < right then return right end return left end

--- The entries of a list or of a collection.
function base.each(list)
  if type(list) ~= "table" then return list or function() end end
  local i = 0
  return function()
    i = i + 1
    return list[i]
  end
end

return base
