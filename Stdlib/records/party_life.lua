--- What members and candidates can be asked about their dates: age, probation, party age, retention (R-01 to R-05).
local host = ...
local base = require "regulations.base"
local age, probation = require "regulations.age", require "regulations.probation"
local party_age, retention = require "regulations.party_age", require "regulations.retention"
local votes, ratings = require "regulations.votes", require "regulations.ratings"

local member, candidate, admission, introducer = {}, {}, {}, {}

-- R-01 ---------------------------------------------------------------------------------------------------------------

local function age_at_review(record, on, options)
  local day, given = base.arguments(on, options)
  return age.at_review(record.birth, base.day(day, record), given)
end

--- `candidate:age_at_review(date "2024-09-01")`: true, false or unknown, a message, the months { least, most } (R-01).
candidate.age_at_review = age_at_review

--- The same of a member, for looking back at an admission (R-01).
member.age_at_review = age_at_review

-- R-02, R-03 ---------------------------------------------------------------------------------------------------------

--- The last day for the ceremony of an admission (R-02).
function admission.ceremony_deadline(self, options)
  return probation.ceremony_deadline(self.decision_received_on, options)
end

--- Whether the ceremony was in time (R-02): true, false or unknown, and a message.
function admission.ceremony_in_time(self, options)
  local deadline = admission.ceremony_deadline(self, options)
  local held = self.admitted_on
  if held == nil then return unknown "chưa có ngày kết nạp" end
  return held <= deadline, ("kết nạp %s, hạn %s"):format(held, deadline)
end

local function ceremony_day(self)
  return self.second_admission.admitted_on or self.admitted_on
end

--- The end of probation (R-03).
function member.probation_end(self, options) return probation.ends(ceremony_day(self), options) end

--- The last day on which the branch reviews the probationer (R-03).
function member.review_deadline(self, options) return probation.review_deadline(ceremony_day(self), options) end

--- Where a probationer stands (R-03): `state` on_probation, review_due or overdue, `ends`, `review_by`, `days_over`,
--- and `official_on`, the day from which a recognition counts, be the meeting late or not. Not about official
--- members.
function member.probation(self, on, options)
  local day, given = base.arguments(on, options)
  day = base.day(day, self)
  if self.grade == "official" then base.not_about "đã là đảng viên chính thức" end
  local ends, review_by = member.probation_end(self, given), member.review_deadline(self, given)
  local state = day > review_by and "overdue" or day >= ends and "review_due" or "on_probation"
  return {
    state = state, ends = ends, review_by = review_by, official_on = ends, days_over = math.max(0, day - review_by),
  }
end

--- Whether the recorded day of recognition is the end of probation (R-03): true, false or unknown, and a message.
function member.official_on_fits(self, options)
  local recorded = self.second_admission.official_on or self.official_on
  if recorded == nil then return not_applicable "chưa công nhận chính thức" end
  local ends = member.probation_end(self, options)
  return recorded == ends, ("ghi %s, hết dự bị %s"):format(recorded, ends)
end

-- R-04 ---------------------------------------------------------------------------------------------------------------

-- Out of the party between leaving the first time and being admitted again. When somebody left the first time is not
-- recorded beside a second admission; party age then counts from the second decision.
local function start_of(self, options)
  local first = self.second_admission.decision_on or self.admission_decision_on
  return base.known(first, "chưa có ngày quyết định kết nạp"), options and options.gaps
end

--- Whole years of party age (R-04); nil for a probationer, who has none yet. Option: gaps, a list of { from, to }.
function member.party_age(self, on, options)
  local day, given = base.arguments(on, options)
  if self.grade == "probationary" then return nil end
  local decided, gaps = start_of(self, given)
  return party_age.years(decided, base.day(day, self), gaps)
end

--- The badge for so many years (R-04): `years`, `reached_on`, `batch_on`, `early_from`. Without years: the next one.
function member.badge(self, years, options)
  if self.grade == "probationary" then base.not_about "đảng viên dự bị" end
  local decided = start_of(self)
  if years ~= nil then return party_age.badge(decided, years, options) end
  local day = base.day(options and options.on, self)
  for _, milestone in ipairs(host.rules_on(day).badge_years) do
    local badge = party_age.badge(decided, milestone, options)
    if badge.reached_on > day then return badge end
  end
end

--- The badge that is due at a batch, or nil (R-04). Options: ill, gaps.
function member.badge_at(self, batch_on, options)
  if self.grade == "probationary" then return nil end
  return party_age.badge_at(start_of(self), batch_on, options)
end

-- R-05 ---------------------------------------------------------------------------------------------------------------

-- Why the rule is not about somebody, or nil.
local function not_retained(self, day, studying_again)
  if self.student.graduated_on == nil then return "chưa tốt nghiệp" end
  if self.student.graduated_on > day then return "chưa tốt nghiệp" end
  -- Who is still entered as a student after graduation is a graduate whose category nobody has changed.
  if studying_again or studying_again == nil and self.category == "postgrad" then return "đang học tiếp tại trường" end
  if self.activity == "left" then return "đã chuyển đi" end
  for transfer in self.transfers do
    if transfer.kind == "official_out" and transfer.issued_on ~= nil and transfer.issued_on <= day
      and transfer.state ~= "cancelled" then
      return "đã cấp giấy chuyển sinh hoạt"
    end
  end
end

--- How long a graduate may stay with the school's branch (R-05): `state` ok, due_soon, overdue or not_applicable,
--- `limit`, `days_left`, `days_over`, `why`, and for a probationer `probation_end` and a `note`. With
--- `employed_with_party = true` the clock of a transfer counts instead (`state` transfer). Options: months,
--- due_soon_days, employed_with_party, studying_again (at the same school; postgraduates are).
function member.retention(self, on, options)
  local day, given = base.arguments(on, options)
  day = base.day(day, self)
  local n = base.numbers(given, day, {
    months = "graduate_retention_months", due_soon_days = "graduate_retention_due_soon_days",
  }, { "on", "employed_with_party", "studying_again" })
  local why = not_retained(self, day, n.studying_again)
  if why then return { state = "not_applicable", why = why, days_left = 0, days_over = 0 } end
  if n.employed_with_party then
    local reason = "nơi làm việc có tổ chức đảng: tính hạn chuyển sinh hoạt"
    return { state = "transfer", why = reason, days_left = 0, days_over = 0 }
  end
  local numbers = { months = n.months, due_soon_days = n.due_soon_days }
  local result = retention.of(self.student.graduated_on, day, numbers)
  if self.grade == "probationary" then
    result.probation_end = member.probation_end(self)
    if result.probation_end <= result.limit then
      result.note = "hết dự bị trong thời hạn: chi bộ trường xét công nhận"
    else
      result.note = "bàn giao hồ sơ dự bị"
    end
  end
  return result
end

-- R-14 ---------------------------------------------------------------------------------------------------------------

--- Whether a member is rated at a review (R-14): "rated", "reviewed_not_rated" or "not_reviewed", why, and the highest
--- level allowed. Options: absent_sick_months (in the year), maternity, and the numbers of the rule.
function member.rating_standing(self, on, options)
  local day, given = base.arguments(on, options)
  local numbers = { on = base.day(day, self) }
  for key, value in pairs(given or {}) do
    if key ~= "absent_sick_months" and key ~= "maternity" then numbers[key] = value end
  end
  return ratings.standing({
    admitted_on = ceremony_day(self), activity = self.activity, sick_months = given and given.absent_sick_months,
    maternity = given and given.maternity,
  }, numbers)
end

-- R-32 ---------------------------------------------------------------------------------------------------------------

--- Whether an introducer may introduce on the day on which he did (R-32). Option: same_unit_since, the day from which
--- he and the candidate are in one unit; else the day of his recruitment counts.
function introducer.allowed(self, options)
  if self.person == nil then
    if self.organisation ~= nil then return true, text.label("introducer.organisation", self.organisation) end
    return unknown "chưa ghi ai giới thiệu"
  end
  local since = options and options.same_unit_since or self.person.recruited_on
  if self.on == nil then return unknown "chưa có ngày giới thiệu" end
  if since == nil then return unknown "chưa biết cùng đơn vị từ ngày nào" end
  return votes.may_introduce(self.person.official_on, since, self.on)
end

--- Whether there are as many introducers as needed, each allowed (R-32): true, false or unknown, and a message.
function candidate.introduced(self, options)
  local needed = host.rules_on(base.day(nil, self)).introducers_needed
  local allowed, open = 0, 0
  for record in self.introducers do
    local answer = introducer.allowed(record, options)
    if answer == true then allowed = allowed + 1 elseif answer ~= false then open = open + 1 end
  end
  local message = ("%d/%d người giới thiệu đủ điều kiện"):format(allowed, needed)
  if allowed >= needed then return true, message end
  if allowed + open >= needed then return unknown(message), message end
  return false, message
end

--- Whether a step's vote passes (R-34): true, false, unknown or not applicable, and a message.
local stage = {}
function stage.vote_passes(self, options) return votes.passes(self.votes.yes, self.votes.total, options) end

return { member = member, candidate = candidate, admission = admission, introducer = introducer, stage = stage }
