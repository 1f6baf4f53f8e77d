--- Party age and the badges for it (R-04).
local base = require "regulations.base"

local party_age = {}

--- The day from which party age would count without interruption: the decision, moved by each gap `{ from, to }`.
function party_age.start(decided_on, gaps)
  local start = base.known(decided_on, "chưa có ngày quyết định kết nạp")
  for _, gap in ipairs(gaps or {}) do
    local months = base.whole_months(gap[1], gap[2])
    start = start + date.months(months) + date.days(gap[2] - (gap[1] + date.months(months)))
  end
  return start
end

--- Whole years of party age on a day (R-04).
function party_age.years(decided_on, on, gaps)
  return math.max(0, base.whole_months(party_age.start(decided_on, gaps), base.day(on)) // 12)
end

local function months_early(years, table_of_limits)
  for _, limit in ipairs(table_of_limits) do
    if years <= limit.up_to then return limit.months end
  end
  return 0
end

--- The first day of a batch on which the badge can be given; the day itself counts.
function party_age.batch_from(day, batches)
  for year = day.year, day.year + 1 do
    for _, batch in ipairs(batches) do
      local candidate = date(("%04d-%02d-%02d"):format(year, batch.month, batch.day))
      if candidate >= day then return candidate end
    end
  end
end

local function badge_numbers(options)
  return base.numbers(options, base.day(), {
    milestones = "badge_years", batches = "badge_batches", early = "badge_early_months",
  }, { "gaps", "ill", "on" })
end

--- The badge for so many years (R-04): `reached_on`, `early_from` for the seriously ill, `batch_on` the day on which
--- it is given. Options: milestones, batches, early, gaps, ill.
function party_age.badge(decided_on, years, options)
  local n = badge_numbers(options)
  local found = false
  for _, milestone in ipairs(n.milestones) do found = found or milestone == years end
  if not found then
    error(("không có Huy hiệu %s năm tuổi đảng \u{2060}/ there is no badge for %s years")
      :format(tostring(years), tostring(years)), 2)
  end
  local reached = party_age.start(decided_on, n.gaps) + date.years(years)
  local early = reached + date.months(-months_early(years, n.early))
  return {
    years = years, reached_on = reached, early_from = early,
    batch_on = n.ill and early or party_age.batch_from(reached, n.batches),
  }
end

--- The badge that is due at a batch: reached after the batch before and by this one; nil where there is none.
function party_age.badge_at(decided_on, batch_on, options)
  local n = badge_numbers(options)
  for _, years in ipairs(n.milestones) do
    local badge = party_age.badge(decided_on, years, options)
    if party_age.batch_from(badge.reached_on, n.batches) == batch_on then return badge end
    if n.ill and badge.early_from <= batch_on and badge.reached_on > batch_on then return badge end
  end
end

return party_age
