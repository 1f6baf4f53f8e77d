--- Age when the branch considers an admission (R-01).
local base = require "regulations.base"

local age = {}

--- The least and the most months that a birth date, whole or in part, allows on a day.
---@param birth any a date, or a partial date
---@param on any the day of the review
---@param mode string|nil "ignore_day" counts calendar months, "full_month" completed ones
function age.months(birth, on, mode)
  local first, last = birth:earliest(), birth:latest()
  if mode == "full_month" then return base.whole_months(last, on), base.whole_months(first, on) end
  if mode ~= nil and mode ~= "ignore_day" then
    error("mode: \"ignore_day\" hoặc \"full_month\" \u{2060}/ mode is \"ignore_day\" or \"full_month\"", 2)
  end
  return (on.year - last.year) * 12 + on.month - last.month, (on.year - first.year) * 12 + on.month - first.month
end

--- Whether somebody is of the age at which a branch considers an admission, 18 to 60 years counted in months (R-01).
--- Options: mode, min_months, max_months. Answers true, false or unknown, a message, and the months { least, most }.
function age.at_review(birth, on, options)
  local day = base.day(on)
  local n = base.numbers(options, day, {
    mode = "admission_age_mode", min_months = "admission_age_min_months", max_months = "admission_age_max_months",
  }, { "on" })
  if birth == nil then return unknown "chưa có ngày sinh" end
  local least, most = age.months(birth, day, n.mode)
  local detail = { least = least, most = most, needs_approval = false }
  if least >= n.min_months and most <= n.max_months then return true, base.age_text(least), detail end
  if most < n.min_months then
    return false, ("%s, chưa đủ %s"):format(base.age_text(most), base.age_text(n.min_months)), detail
  end
  if least > n.max_months then
    detail.needs_approval = true
    return false, ("%s, quá %s: phải được cấp ủy cấp trên đồng ý")
      :format(base.age_text(least), base.age_text(n.max_months)), detail
  end
  local why = ("chỉ biết một phần ngày sinh: từ %s đến %s"):format(base.age_text(least), base.age_text(most))
  return unknown(why), why, detail
end

return age
