-- RP-08: thematic meetings by branch and quarter.
local report = require "report"

--- Thematic meetings of a branch in a quarter of the period's year.
local function in_quarter(branch, quarter)
  return branch.meetings { kind = "thematic", within = quarter }:count()
end

return report.define {
  id = "sinh-hoat-chuyen-de", title = "Theo dõi sinh hoạt chuyên đề", type = "report", every = "year",
  params = { min_thematic = 4 },

  render = function(doc)
    local quarters = period:split "quarter"
    local columns = { "tt", { key = "name", title = "Chi bộ" } }
    for i, quarter in ipairs(quarters) do
      columns[#columns + 1] = {
        key = "q" .. i, title = ({ "I", "II", "III", "IV" })[quarter.quarter], under = { "Số buổi trong quý" },
        type = "integer", value = function(branch) return in_quarter(branch, quarter) end,
      }
    end
    local function total(branch) return branch.meetings { kind = "thematic", within = period }:count() end
    columns[#columns + 1] = { key = "total", title = "Tổng", type = "integer", value = total }
    columns[#columns + 1] = { key = "short", title = "Thiếu", type = "integer", value = function(branch)
      return math.max(0, params.min_thematic - total(branch))
    end }

    doc:table {
      caption = "Số buổi sinh hoạt chuyên đề " .. tostring(period), columns = columns,
      rows = branches:sort_by "name", total = true,
    }

    local short = branches:where(function(branch) return total(branch) < params.min_thematic end)
    doc:paragraph(("%d/%d chi bộ có từ %d buổi sinh hoạt chuyên đề trở lên (%s).")
      :format(#branches - #short, #branches, params.min_thematic, share(#branches - #short, #branches)))
    if #short > 0 then
      doc:paragraph "Chi bộ còn thiếu:"
      doc:list(short:map "name")
    end
  end,

  recipients = { { "Ban Thường vụ Đảng ủy", "report" }, { "Các chi bộ", "implement" }, archive = "VPĐU" },
  signature = function()
    return { authority = "T/L BAN THƯỜNG VỤ", position = "CHÁNH VĂN PHÒNG", name = unit:holder("office_head", as_of) }
  end,
}
