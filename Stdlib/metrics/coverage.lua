--- Who has what they have to have (R-07, R-22, R-29).
local shared = require "metrics.shared"

local scope, year_of, branches_of, rows_share = shared.scope, shared.year_of, shared.branches_of, shared.rows_share

local metrics = {}

local purposes = {
  theme_plan = true, roadmap = true, working_rules = true, year_programme = true, dissemination = true,
}

-- Measures are made when the plan is loaded; its year is known only when they are asked.
local function member_check(o)
  local checks = {
    assignment = function(member) return member:has_assignment() end,
    commitment = function(member) return member:has_commitment(year_of(o)) end,
    residence_link = function(member) return member:has_residence_link() end,
    residence_note = function(member) return member:has_residence_note(year_of(o)) end,
  }
  local needed = {
    residence_link = function(member) return member:needs_residence_link() end,
    residence_note = function(member) return member:needs_residence_note() end,
  }
  return checks[o.has], needed[o.has] or function(member) return member:needs_assignment() end
end

local function covered_members(o)
  local check, needed = member_check(o)
  if not check then
    error("has: assignment, commitment, residence_link hoặc residence_note \u{2060}/ "
      .. "has is assignment, commitment, residence_link or residence_note", 3)
  end
  local function required()
    local all = scope().members
    if o.scope ~= nil then all = all:where(o.scope) end
    if o.except == nil then return all:where(needed) end
    return all:where(function(member)
      for _, activity in ipairs(o.except) do
        if member.activity == activity then return false end
      end
      return true
    end)
  end
  return required, check
end

local function covered_branches(o)
  if o.has == "supervision" then
    return function() return branches_of(o) end, function(branch) return branch:is_supervised() end
  end
  if not purposes[o.has] then
    error("has: theme_plan, roadmap, working_rules, year_programme, dissemination hoặc supervision \u{2060}/ "
      .. "has is theme_plan, roadmap, working_rules, year_programme, dissemination or supervision", 3)
  end
  return function() return branches_of(o) end, function(branch)
    return branch.documents { purpose = o.has, year = year_of(o) }:any()
  end
end

local function covered_transfers(o)
  if o.has ~= "notice" then error("has: notice \u{2060}/ has is notice", 3) end
  return function()
    return scope().transfers:where(function(transfer)
      return transfer.kind == (o.kind or "official_out") and transfer.issued_on ~= nil and transfer.state ~= "cancelled"
    end)
  end, function(transfer) return transfer.notice.on ~= nil end
end

--- The share that has something of those that have to have it (R-22, R-29, S4-11). Options: of (branch, member,
--- transfer), has, year, type, kind, except (activities), scope.
function metrics.coverage(options)
  local o = shared.options(options, { "of", "has", "year", "type", "kind", "except", "scope" })
  local kinds = { branch = covered_branches, member = covered_members, transfer = covered_transfers }
  local make = kinds[o.of] or error("of: branch, member hoặc transfer \u{2060}/ of is branch, member or transfer", 2)
  return rows_share(make(o))
end

return metrics
