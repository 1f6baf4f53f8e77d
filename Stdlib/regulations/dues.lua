--- Dues of a month, and what is said of those who owe them (R-27).
local host = ...
local base = require "regulations.base"

local dues = {}

--- A percentage of an amount in đồng; half a đồng rounds up.
local function part(amount, percentage)
  local units, denominator = host.percent_parse(percentage)
  return (2 * amount * units + 100 * denominator) // (200 * denominator)
end

local percentages = {
  insured = "dues_insured_percent", pension = "dues_pension_percent", benefit = "dues_benefit_percent",
}

local function full_amount(basis, amount, day)
  local name = basis == "student" and "dues_student_amount" or percentages[basis]
  local value = name and host.rule_value(name, day)
  if value == nil then
    error(unknown(("chưa có mức đóng cho đối tượng '%s' ngày %s"):format(tostring(basis), day)), 0)
  end
  local note = host.rule_note(name, day)
  if basis == "student" then return value, note end
  return part(base.known(amount, "chưa có số tiền làm căn cứ đóng đảng phí"), value), note
end

local function reduced(amount, reduction, day, months)
  local steps = host.rule_value("dues_reductions", day)
  if steps == nil then error(unknown(("quy định ngày %s không có mức giảm"):format(day)), 0) end
  local allowed, longest = false, host.rule_value("dues_reduction_max_months", day)
  for _, step in ipairs(steps) do allowed = allowed or step == reduction end
  if not allowed then
    error(("không có mức giảm %s %% \u{2060}/ there is no reduction by %s %%")
      :format(tostring(reduction), tostring(reduction)), 3)
  end
  if months and months > longest then
    error(("giảm không quá %d tháng \u{2060}/ a reduction lasts %d months at most"):format(longest, longest), 3)
  end
  return part(amount, 100 - reduction)
end

--- The dues of a month in đồng, and what has to be known beside the rate (R-27). Facts: basis (insured, pension,
--- benefit, student, exempt), amount (salary, pension or benefit), month (a day in it), party_years, social_pension,
--- hardship, reduction (30, 50, 70) and reduction_months.
function dues.of_month(facts)
  base.only(facts, {
    "basis", "amount", "month", "party_years", "social_pension", "hardship", "reduction", "reduction_months",
  })
  local day = base.day(facts.month)
  if facts.basis == "exempt" then return 0, "được miễn" end
  local exempt_years = host.rule_value("dues_exempt_party_years", day)
  if exempt_years then
    if facts.party_years and facts.party_years >= exempt_years then
      return 0, ("miễn: từ %d năm tuổi đảng"):format(exempt_years)
    end
    if facts.social_pension then return 0, "miễn: hưởng trợ cấp hưu trí xã hội" end
    if facts.hardship then return 0, "miễn: hoàn cảnh khó khăn, đã có đề nghị" end
  end
  local amount, note = full_amount(facts.basis, facts.amount, day)
  if facts.reduction then amount = reduced(amount, facts.reduction, day, facts.reduction_months) end
  return amount, note or ""
end

--- What is said of unpaid months without a reason (R-27): "flag" for three in one calendar year, "warning" for three
--- over two years, "none" otherwise; and in which year. Option: months.
---@param unpaid any[] a day in each unpaid month
function dues.arrears(unpaid, options)
  local n = base.numbers(options, base.day(), { months = "dues_arrears_months" })
  local by_year, seen, total = {}, {}, 0
  for _, day in ipairs(unpaid) do
    local month = day.year * 12 + day.month
    if not seen[month] then
      seen[month] = true
      total = total + 1
      by_year[day.year] = (by_year[day.year] or 0) + 1
    end
  end
  for year, count in pairs(by_year) do
    if count >= n.months then return "flag", ("%d tháng chưa đóng trong năm %d"):format(count, year) end
  end
  if total >= n.months then return "warning", ("%d tháng chưa đóng qua hai năm"):format(total) end
  return "none", ""
end

return dues
