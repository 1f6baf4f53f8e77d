--- Counting yearly ratings.
local ratings_lib = {}

--- The levels that count as good or better.
ratings_lib.GOOD = { "excellent", "good" }

--- All levels but "not rated": only these are in the denominator (R-09).
ratings_lib.RATED = { "excellent", "good", "completed", "not_completed" }

--- The share of ratings that are good or better.
---@param rows any a collection of ratings
function ratings_lib.good_share(rows)
  local rated = rows:where { level = ratings_lib.RATED }
  return share(rated:where { level = ratings_lib.GOOD }, rated)
end

return ratings_lib
