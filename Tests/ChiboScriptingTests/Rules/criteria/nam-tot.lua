-- "Chi bộ năm tốt" (R-17): the annex of criteria is the unit's own, here ratings and assignments stand for it.
local criteria = require "criteria"
local models = require "models"

local function rated(member)
  local rating = member:rating(period.year)
  if rating == nil then return unknown "chưa xếp loại" end
  return rating:at_least "good"
end

return models.five_good {
  id = "nam-tot", title = "Chi bộ năm tốt", params = { threshold = 90 }, threshold = 90,
  C1 = function() return true end,
  C2 = function() return true end,
  C3 = function() return true end,
  C4 = function() return true end,
  by_type = { faculty = rated },
  extras = { criteria.rule { id = "rieng", title = "Tiêu chí riêng", check = function() return true end } },
}
