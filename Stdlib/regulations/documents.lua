--- The running numbers of documents, and texts that have to be handed in (R-24, R-33).
local base = require "regulations.base"

local documents = {}

--- A document's number as it is written: below ten with a leading zero (R-33).
function documents.number_text(number) return ("%02d"):format(number) end

local function in_order(list)
  local sorted = {}
  for document in base.each(list) do
    if document.number == nil or document.date == nil then
      error(unknown "có văn bản chưa ghi số hoặc ngày", 0)
    end
    sorted[#sorted + 1] = document
  end
  table.sort(sorted, function(left, right)
    if left.date ~= right.date then return left.date < right.date end
    return false
  end)
  return sorted
end

-- Which term a day lies in; days before the first are a term of their own.
local function term_of(day, starts)
  local term = 0
  for position, start in ipairs(starts) do
    if day >= start then term = position end
  end
  return term
end

local function finding(kind, document, expected)
  local words = { decrease = "số giảm", gap = "thiếu số", duplicate = "trùng số" }
  return {
    kind = kind, document = document, number = document.number, expected = expected,
    message = ("%s: số %s ngày %s, đúng thứ tự là %s")
      :format(words[kind], documents.number_text(document.number), document.date, documents.number_text(expected)),
  }
end

--- Findings about the numbers of one organ's documents of one type (R-33): `decrease`, `gap`, `duplicate`, each with
--- the number expected; nothing is corrected. A number that was suggested counts as given, so that one slip is one
--- finding.
---@param list any[] documents with `number` and `date`
---@param terms any[]|nil the first days of the committee's terms; each begins at 01
function documents.numbering(list, terms)
  local findings, last, term, used = {}, nil, nil, {}
  for _, document in ipairs(in_order(list)) do
    local its_term = term_of(document.date, terms or {})
    if its_term ~= term then
      -- The first list that we see need not begin at 01; a term does.
      last, used = (term ~= nil or its_term > 0) and 0 or nil, {}
      term = its_term
    end
    local number, expected = document.number, (last or document.number - 1) + 1
    if used[number] then
      findings[#findings + 1] = finding("duplicate", document, expected)
    elseif number < expected then
      findings[#findings + 1] = finding("decrease", document, expected)
      used[expected], last = true, expected
    else
      if number > expected then findings[#findings + 1] = finding("gap", document, expected) end
      used[number], last = true, number
    end
  end
  return findings
end

--- Where a text that has to be handed in stands (R-24): "not_due", "on_time", "late" or "missing", and how many days.
--- `due` is the last day in time. Options: received_on, on, before (the day that the plan says "trước"),
--- lenient_before.
function documents.submission_state(due, options)
  base.only(options, { "received_on", "on", "before", "lenient_before" })
  local o = options or {}
  local last = due
  if o.before ~= nil then last = o.lenient_before and o.before or o.before - date.days(1) end
  if last == nil then
    if o.received_on ~= nil then return "on_time", 0 end
    return "not_due", 0
  end
  if o.received_on ~= nil then
    if o.received_on <= last then return "on_time", 0 end
    return "late", o.received_on - last
  end
  local day = base.day(o.on)
  if day <= last then return "not_due", 0 end
  return "missing", day - last
end

return documents
