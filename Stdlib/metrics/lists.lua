--- Lists and proposals (R-08, R-25, R-27, R-28).
local host = ...
local base = require "regulations.base"
local shared = require "metrics.shared"

local metric, scope, branches_of = shared.metric, shared.scope, shared.branches_of

local metrics = {}

--- The graduates' transfers of a period, by destination (R-08): rows issued within it, grouped; empty groups are left
--- out. The second answer are the rows issued earlier and entered since the list before ("bổ sung"): what the store did
--- not know on the day `listed_on`, by default the last day of the period before. Options: group_by, within, listed_on.
function metrics.graduate_transfers(options)
  local o = shared.options(options, { "group_by", "within", "listed_on" })
  return metric(function()
    local span = o.within or scope().period
    local all = scope().transfers:where { kind = "official_out", reason = "graduation" }
    all = all:where(function(transfer) return transfer.issued_on ~= nil and transfer.state ~= "cancelled" end)
    local now = all:where(function(transfer) return span:contains(transfer.issued_on) end)
    -- A store that knew nothing on that day made no list: what it was filled with later is not late.
    local known = host.known_ids(o.listed_on or span.first - date.days(1), "transfer")
    local late = all:where(function(transfer)
      return known ~= nil and transfer.issued_on < span.first and not known[transfer.id]
    end)
    local path = o.group_by or "destination.upper_unit"
    return now:group_by(path), late:group_by(path)
  end)
end

--- How many candidates there are, by fields (RP-20): `metrics.pool { by = { "group", "year_of_study", "stage" } }`.
--- One field gives counts by its values, several give counts nested in their order. Options: by, type, scope.
function metrics.pool(options)
  local o = shared.options(options, { "by", "type", "scope" })
  local fields = type(o.by) == "string" and { o.by } or o.by or {}
  local function count(rows, position)
    local field = fields[position]
    if field == nil then return #rows end
    local counts = {}
    for key, group in pairs(rows:group_by(field)) do counts[key] = count(group, position + 1) end
    return counts
  end
  return metric(function()
    local all = scope().candidates
    if o.type ~= nil then
      all = all:where(function(candidate) return candidate.branch ~= nil and candidate.branch.type == o.type end)
    end
    if o.scope ~= nil then all = all:where(o.scope) end
    return count(all, 1)
  end)
end

--- Members whose unpaid months are to be looked at (R-27). Options: months, warnings (true: also those that are only
--- warned of), scope. The plan declares `needs = { "dues" }`.
function metrics.dues_arrears(options)
  local o = shared.options(options, { "months", "warnings", "scope" })
  return metric(function()
    local all = scope().members
    if o.scope ~= nil then all = all:where(o.scope) end
    return all:where(function(member)
      local word = member:dues_arrears { months = o.months }
      return word == "flag" or o.warnings and word == "warning"
    end)
  end)
end

--- What speaks for looking at members in a screening (R-28): a list of { member, suggestions }, branch by branch and
--- never by a score, and how many members each category A to E has. It is no verdict. Options: file_days, type, scope.
function metrics.screening(options)
  local o = shared.options(options, { "file_days", "type", "scope" })
  return metric(function()
    local list, counts = {}, { A = 0, B = 0, C = 0, D = 0, E = 0 }
    for branch in branches_of(o):sort_by "name" do
      for member in branch.members do
        local found = member:screening_suggestions { file_days = o.file_days }
        local seen = {}
        for _, entry in ipairs(found) do
          if not seen[entry.category] then counts[entry.category] = counts[entry.category] + 1 end
          seen[entry.category] = true
        end
        if #found > 0 then list[#list + 1] = { member = member, suggestions = found } end
      end
    end
    return list, counts
  end)
end

--- A proposal that divides a number among branches by their pools (R-25): a list of { branch, pool, weight, seats }.
--- Options: total, pool ("candidates", or a function), weight (by type of branch), floor, cap (functions), method,
--- type.
function metrics.allocate(options)
  local o = shared.options(options, { "total", "pool", "weight", "floor", "cap", "method", "type", "scope" })
  return metric(function()
    local read = type(o.pool) == "function" and o.pool or function(branch) return #branch[o.pool or "candidates"] end
    local pools, result = {}, {}
    for branch in branches_of(o) do
      local entry = {
        branch = branch, pool = read(branch), weight = o.weight and o.weight[branch.type] or 1,
        floor = o.floor and o.floor(branch) or 0, cap = o.cap and o.cap(branch),
      }
      result[#result + 1] = entry
      pools[#pools + 1] = { entry.pool, entry.weight, entry.floor, entry.cap }
    end
    local seats = host.apportion(base.known(o.total, "chưa giao chỉ tiêu"), pools, o.method or "largest_remainder")
    for position, entry in ipairs(result) do entry.seats = seats[position] end
    return result
  end)
end


return metrics
