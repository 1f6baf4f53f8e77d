-- The hundred admissions of a year, by the candidates that each branch has.
local quota = require "quota"

return quota.define {
  id = "ket-nap", title = "Chỉ tiêu kết nạp đảng viên", total = 100, among = "branch", every = "year",
  pool = function(branch) return branch.candidates:count() end,
  floor = function(branch) return branch.type == "student" and 1 or 0 end,
  weight_by = "type", weight = { service_unit = 1.5, college = 1.5 },
  method = "largest_remainder",
  attained = function(branch) return branch.admissions { within = period }:count() end,
}
