--- Made-up records for the examples.
local made = {}

--- So many rows from a function.
function made.rows(n, make)
  local list = {}
  for i = 1, n do list[i] = make(i) end
  return list
end

--- The rows of several lists.
function made.join(...)
  local list = {}
  for _, part in ipairs { ... } do table.move(part, 1, #part, #list + 1, list) end
  return list
end

--- Meetings of a branch on some days.
function made.meetings(branch, dates, kind)
  return made.rows(#dates, function(i)
    return { branch = branch, kind = kind or "thematic", date = dates[i], topic = "Chủ đề " .. i, minutes = true }
  end)
end

--- A thematic meeting a quarter.
made.four_dates = { "2023-02-03", "2023-05-03", "2023-08-03", "2023-11-03" }

--- Members of a branch with levels of a year: `{ good = 20, completed = 2 }`.
function made.rated_members(branch, year, counts)
  local people, ratings = {}, {}
  for _, level in ipairs { "excellent", "good", "completed", "not_completed", "not_rated" } do
    for _ = 1, counts[level] or 0 do
      local id = ("M-%s-%d"):format(branch, #people + 1)
      people[#people + 1] = { id = id, branch = branch, grade = "official", activity = "active" }
      ratings[#ratings + 1] = { member = id, year = year, level = level }
    end
  end
  return people, ratings
end

return made
