-- RP-02: the yearly report to the committee above on how the plan was carried out.
local report = require "report"

return report.define {
  id = "ket-qua-ke-hoach-nam", title = "Báo cáo kết quả thực hiện Kế hoạch số 3-KH/ĐU", type = "report", every = "year",

  render = function(doc)
    local result = plans:find "neu-21nq"

    doc:heading "I. Tình hình"
    doc:paragraph(("Đến ngày %s, Đảng bộ có %d chi bộ và %d đảng viên, trong đó %d đảng viên dự bị.")
      :format(as_of, #branches, #members, #members:where { grade = "probationary" }))

    doc:heading "II. Kết quả thực hiện các chỉ tiêu"
    doc:table {
      caption = "Kết quả thực hiện chỉ tiêu " .. tostring(period),
      columns = {
        "tt",
        { key = "label", title = "Chỉ tiêu" },
        { key = "plan", title = "Kế hoạch", align = "center" },
        { key = "counts", title = "Số lượng", under = { "Kết quả" }, align = "center" },
        { key = "measured", title = "Tỷ lệ, số đạt", under = { "Kết quả" }, align = "right" },
        { key = "answer_label", title = "Đánh giá", align = "center" },
        { key = "message", title = "Ghi chú", value = function(target)
            if target.shortfall and target.shortfall > 0 then return "thiếu " .. target.shortfall end
            return target.message
          end },
      },
      rows = result.targets,
    }

    doc:chart {
      kind = "bar", title = "Số đảng viên kết nạp theo năm",
      categories = { tostring(period.year - 2), tostring(period.year - 1), tostring(period.year) },
      series = { { name = "Kết nạp", values = {
        #admissions:where { within = period:previous():previous() },
        #admissions:where { within = period:previous() },
        #admissions:where { within = period },
      } } },
      targets = { { label = "Chỉ tiêu", value = 100 } },
    }

    doc:heading "III. Hạn chế"
    local found = false
    for _, target in ipairs(result.targets) do
      if target.answer == "not_met" then
        found = true
        doc:paragraph(target.label, ": ", target.text, " (kế hoạch: ", target.plan, ").")
        if #target.lacking > 0 and #target.lacking <= 20 then doc:list(target.lacking) end
      end
    end
    if not found then doc:paragraph "Các chỉ tiêu đều đạt." end

    doc:heading "IV. Tiến độ nhiệm vụ"
    doc:table {
      caption = "Tiến độ các nhiệm vụ",
      columns = {
        "tt",
        { key = "label", title = "Nhiệm vụ" },
        { key = "lead", title = "Chủ trì" },
        { key = "due", title = "Thời hạn", type = "date" },
        { key = "state_label", title = "Trạng thái" },
        { key = "days_late", title = "Chậm (ngày)", type = "integer" },
        { key = "message", title = "Ghi chú" },
      },
      rows = result.tasks,
    }
    doc:paragraph("Tiến độ chung: ", result.progress, " nhiệm vụ có thời hạn đã hoàn thành.")
  end,

  recipients = { { "Đảng ủy Khối", "report" }, { "Các đồng chí ĐUV", "inform" }, archive = "VPĐU" },
  signature = function()
    return { authority = "T/M BAN THƯỜNG VỤ", position = "BÍ THƯ", name = unit:holder("secretary", as_of) }
  end,
}
