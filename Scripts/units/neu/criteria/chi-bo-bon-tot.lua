-- "Chi bộ bốn tốt": the plan names the four, the branch's records answer (R-18).
local criteria = require "criteria"

--- The assessment that people entered for a branch; unknown where nobody has.
local function assessed(branch, topic, what)
  local found = branch.assessments { topic = topic, year = period.year }:first()
  if not found then return unknown("chưa có đánh giá " .. what .. " năm " .. period.year) end
  return found.result == "positive"
end

return criteria.define {
  id = "chi-bo-bon-tot", title = "Chi bộ bốn tốt", subject = "branch", every = "year",
  params = { min_thematic = 4, min_attendance = 80, members_above = 90 },
  basis = "3-KH/ĐU 2022-12-29, III.4",
  rules = {
    criteria.rule {
      id = "chinh-tri", title = "Hoàn thành tốt nhiệm vụ chính trị",
      check = function(branch)
        local rating = branch:rating(period.year)
        if not rating then return unknown("chưa xếp loại chi bộ năm " .. period.year) end
        local good = rating.level == "excellent" or rating.level == "good"
        return good, text.label("rating.level", rating.level)
      end,
    },

    criteria.rule {
      id = "sinh-hoat", title = "Chất lượng sinh hoạt tốt",
      check = function(branch)
        local thematic = branch.meetings { kind = "thematic", within = period }:count()
        local meetings = branch.meetings { within = period }
        local attendance = share(meetings:sum "present_count", meetings:sum "required_count")
        local message = ("%d/%d buổi chuyên đề, tham dự %s"):format(thematic, params.min_thematic, attendance)
        return thematic >= params.min_thematic and attendance >= percent(params.min_attendance), message
      end,
    },

    criteria.rule {
      id = "doan-ket", title = "Đoàn kết, kỷ luật tốt",
      check = function(branch) return assessed(branch, "discipline", "đoàn kết, kỷ luật") end,
    },

    criteria.rule {
      id = "dang-vien", title = "Cán bộ, đảng viên tốt",
      check = function(branch)
        local good, rated = 0, 0
        for member in branch.members do
          local rating = member:rating(period.year)
          if rating and rating.level ~= "not_rated" then
            rated = rated + 1
            if rating.level == "excellent" or rating.level == "good" then good = good + 1 end
          end
        end
        local part = share(good, rated)
        return part > percent(params.members_above), ("%s, cần trên %d %%"):format(part, params.members_above)
      end,
      -- Members who are not rated are left out of the share, so their missing ratings are no gap in the data.
      missing_is = "none",
    },
  },
  result = criteria.all(),
}
