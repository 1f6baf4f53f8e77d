-- Administrative units of the school, and the branch that each belongs to.
local import = require "import"

return import.define {
  id = "don-vi-hanh-chinh", title = "Đơn vị hành chính", into = "admin_unit", sheet = 1, key = { "code", "name" },
  complete = true,
  columns = {
    { "Mã đơn vị", "code", required = true },
    { "Tên đơn vị", "name", required = true },
    { "Đơn vị đặc thù", "special" },
    { "Chi bộ", "branch", import.by_name },
    { "Ngày thành lập", "established_on", import.date "dd/mm/yyyy" },
  },
}
