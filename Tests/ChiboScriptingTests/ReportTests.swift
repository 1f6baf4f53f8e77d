import ChiboDocument
import ChiboModel
import ChiboScripting
import Testing

/// Reports through the runtime: what a layout becomes, and who may see names.
@Suite struct ReportTests {
    /// The example of the contract with script authors: one document for each destination.
    static let transferList = #"""
        local report = require "report"

        return report.define {
          id = "danh-sach-chuyen-sinh-hoat", title = "Danh sách chuyển sinh hoạt", type = "letter", every = "quarter",
          purpose = "thông tin cho cấp ủy nơi đến", fields = { "full_name", "birth", "card_no" },
          one_per = function()
            return transfers:where { kind = "official_out", issued_on = period }:group_by "destination.upper_unit"
          end,
          render = function(doc, rows, destination)
            doc:heading "Danh sách"
            doc:table { columns = { "full_name", "birth", "card_no", "branch.name" }, rows = rows, total = true }
          end,
          recipients = { { "Ban Tổ chức Tỉnh ủy", "report" }, archive = "VPĐU" },
          signature = function() return { authority = "T/M BAN THƯỜNG VỤ", position = "BÍ THƯ", name = unit:holder("secretary", as_of) } end,
        }
        """#

    static func rendered(_ unit: String, _ source: String, period: Period = Period(year: 2023)) throws
        -> [LaidOutReport]
    {
        let runtime = try ScriptRuntime(sources: MemorySources(["unit.lua": unit, "reports/chuyen.lua": source]))
        try runtime.loadUnit()
        let context = RunContext(snapshot: Samples.snapshot(), period: period, today: Samples.day) {
            date throws(Diagnostic) in Samples.snapshot(asOf: date)
        }
        return try runtime.render(try runtime.load("reports/chuyen.lua"), context)
    }

    static let granting = """
        return unit.define { id = "u", name = "Đảng ủy Trường", place = "Hà Nội",
          grants = { ["reports/chuyen"] = { fields = { "full_name", "birth", "card_no" } } },
          officers = { { role = "secretary", name = "Nguyễn Văn Minh" } } }
        """

    static func tables(_ document: Document) -> [TableSpec] {
        document.sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    @Test func `there is one document a destination, with the members' names`() throws {
        let reports = try Self.rendered(Self.granting, Self.transferList)
        #expect(reports.map(\.key) == ["Quận ủy Ba Đình"])
        let table = try #require(Self.tables(reports[0].document).first)
        #expect(table.columns.map(\.title) == ["Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Tên tổ chức"])
        #expect(table.rows.first?.cells.map { $0.value.text() } == ["Phạm Thị Ánh", "2002", "", "Chi bộ Sinh viên 1"])
    }

    @Test func `a quarter without transfers has no document`() throws {
        let quarter = try #require(Period("2023-Q2"))
        #expect(try Self.rendered(Self.granting, Self.transferList, period: quarter).isEmpty)
    }

    @Test func `names are refused where the unit grants none, or the report declares none`() throws {
        let plain = #"return unit.define { id = "u", name = "Đảng ủy Trường" }"#
        #expect(throws: Diagnostic.self) { try Self.rendered(plain, Self.transferList) }
        let undeclared = Self.transferList.replacing(#"fields = { "full_name", "birth", "card_no" },"#, with: "")
        do {
            _ = try Self.rendered(Self.granting, undeclared)
            Issue.record("names were shown")
        } catch let error as Diagnostic {
            #expect(error.code == "CB-P001" && error.kind == .denied)
            #expect(error.suggestion?.vi.contains("purpose") == true)
        }
    }

    @Test func `blocks, typed cells and totals come out as the script says`() throws {
        let source = """
            return require "report".define { id = "r", render = function(doc)
              doc:heading("Một", 2)
              doc:paragraph("Tỷ lệ ", share(39, 40))
              doc:list { "a", "b", kind = "number" }
              doc:table { caption = "Bảng", total = true, columns = {
                  "tt", "name", { key = "n", title = "Số", type = "integer", value = function(b) return #b.members end },
                  { key = "s", title = "Tỷ lệ", value = function(b) return share(#b.members, #members) end } },
                rows = branches:sort_by "name" }
              doc:chart { kind = "column", title = "C", categories = { "x" }, series = { { name = "s", values = { 3 } } } }
              doc:sheet("Trang 2", function() doc:note "ghi chú" end)
            end }
            """
        let document = try Self.rendered(#"return unit.define { id = "u", name = "Đ" }"#, source)[0].document
        let table = try #require(Self.tables(document).first)
        #expect(table.columns[2].total == .sum)
        #expect(table.rows.map { $0.cells[2].value } == [.integer(3), .integer(2)])
        #expect(table.rows[0].cells[3].value.text() == "60\u{A0}%")
        let blocks = document.sections.flatMap(\.blocks)
        #expect(blocks.contains { if case .sheet("Trang 2", _) = $0 { true } else { false } })
        #expect(blocks.contains { if case .paragraph(let p) = $0 { p.text.plain == "Tỷ lệ 97,5 %" } else { false } })
    }

    @Test func `nesting without end is refused`() throws {
        let source = """
            return require "report".define { id = "r", render = function(doc)
              local function nest() doc:keep(nest) end
              nest()
            end }
            """
        #expect(throws: Diagnostic.self) { try Self.rendered(#"return unit.define { id = "u", name = "Đ" }"#, source) }
    }
}
