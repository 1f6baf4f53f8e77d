import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

@testable import ChiboOffice

/// Workbooks that we write, read by openpyxl and calamine.
struct WorkbookWritingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func python(_ program: String, _ path: String) throws -> String {
        let result = try Oracle.python(program, [path])
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }

    private func sample(_ name: String) throws -> String {
        let path = folder.file(name)
        var properties = WorkbookProperties()
        properties.title = "Báo cáo"
        properties.author = "Văn phòng"
        let book = try WorkbookWriter(path: path, properties: properties)
        let sheet = try book.addSheet("Quý I/2025")
        let heading = CellFormat().with {
            $0.isBold = true
            $0.horizontal = .center
            $0.wraps = true
            $0.borders = .all(.thin)
            $0.fill = 0xDDEBF7
        }
        try sheet.merge(try #require(CellRange("A1:C1")), .text("BÁO CÁO ĐẢNG SỐ"), format: heading)
        let values: [OutputValue] = [
            .text("0071234567"), .integer(1350), .decimal(97.5), .date(day("2023-05-19")),
            .boolean(true), .formula("SUM(B2:C2)", cached: .number(1447.5)), .text("=1+1"),
            .integer(123_456_789_012_345_678), .date(day("1899-12-31")), .blank,
            .text("_x0041_ a\u{1}b"),
            .formula("UPPER(\"a\")", cached: .text("A")),
        ]
        for (index, value) in values.enumerated() {
            try sheet.write(value, at: CellReference(row: 2, column: index + 1))
        }
        try sheet.setColumns(1...2, width: 22)
        try sheet.setRow(1, height: 40)
        sheet.freeze(rows: 1, columns: 2)
        try sheet.setFilter(try #require(CellRange("A2:C9")))
        try sheet.repeatRows(1...1)
        sheet.setPage(.a4, isLandscape: true)
        try sheet.setHeader(footer: "&C&P")
        try sheet.addNote("nguồn: sổ đảng viên", at: CellReference(row: 2, column: 2), author: "VPĐU")
        try addChart(to: try book.addSheet("Biểu đồ"))
        try book.close()
        return path
    }

    private func addChart(to sheet: SheetWriter) throws {
        for (row, value) in [(1, 30), (2, 40), (3, 27)] {
            try sheet.write(.text("CB \(row)"), at: CellReference(row: row, column: 1))
            try sheet.write(.integer(value), at: CellReference(row: row, column: 2))
        }
        for kind in [WorkbookChart.Kind.column, .line, .pie] {
            var chart = WorkbookChart(
                kind, title: "Kết nạp",
                series: [
                    .init(
                        name: "2023", categories: .init(sheet: sheet.name, range: try #require(CellRange("A1:A3"))),
                        values: .init(sheet: sheet.name, range: try #require(CellRange("B1:B3"))), color: 0xC00000)
                ])
            chart.alternativeText = "ba cột"
            chart.showsValues = true
            try sheet.insert(chart, at: CellReference(row: 5, column: 1))
        }
    }

    @Test func `openpyxl finds every value and look`() throws {
        let path = try sample("report.xlsx")
        let output = try python(
            """
            import sys, openpyxl
            w = openpyxl.load_workbook(sys.argv[1], data_only=True); s = w.worksheets[0]
            print(w.sheetnames, w.properties.title, w.properties.creator, w.properties.created.isoformat())
            print([c.value if not hasattr(c.value, "isoformat") else c.value.date().isoformat() for c in s[2]])
            print(s["D2"].number_format, s["A1"].font.name, s["A1"].font.b, s["A1"].alignment.horizontal,
              s["A1"].alignment.wrap_text, s["A1"].border.left.style, s["A1"].fill.fgColor.rgb)
            print([str(m) for m in s.merged_cells.ranges], s.freeze_panes, s.auto_filter.ref, s.print_title_rows)
            print(s.page_setup.orientation, s.page_setup.paperSize, s.sheet_properties.pageSetUpPr.fitToPage,
              s.row_dimensions[1].height, round(s.column_dimensions["A"].width), s["B2"].comment.text, s["A2"].data_type)
            print(openpyxl.load_workbook(sys.argv[1])["Biểu đồ"]._charts.__len__())
            """, path)
        #expect(
            output == """
                ['Quý I-2025', 'Biểu đồ'] Báo cáo Văn phòng 2000-01-01T00:00:00
                ['0071234567', 1350, 97.5, '2023-05-19', True, 1447.5, '=1+1', '123456789012345678', '31/12/1899', None, \
                '_x0041_ ab', 'A']
                dd/mm/yyyy Times New Roman True center True thin FFDDEBF7
                ['A1:C1'] C2 A2:C9 $1:$1
                landscape 9 True 40.0 23 nguồn: sổ đảng viên s
                3

                """)
    }

    @Test func `what is written is read back by our own reader`() throws {
        let table = try firstTable(try sample("report.xlsx"))
        let row = try #require(table.rows.first { $0.number == 2 })
        #expect(row[column: 1] == .text("0071234567"))
        #expect(row[column: 4] == .date(day("2023-05-19"), seconds: 0))
        #expect(row[column: 6] == .number(1447.5, text: "1447.5"))
        #expect(row[column: 11] == .text("_x0041_ ab"))
        #expect(row.cell(1)?.font == "Times New Roman")
        #expect(table.merges.map(\.description) == ["A1:C1"])
    }

    @Test func `calamine reads the same texts`() throws {
        let path = try sample("report.xlsx")
        let output = try python(
            """
            import sys
            from python_calamine import CalamineWorkbook
            r = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_name("Quý I-2025").to_python()
            print(r[0][0], r[1][0], r[1][1], r[1][2], r[1][3], r[1][4])
            """, path)
        #expect(output == "BÁO CÁO ĐẢNG SỐ 0071234567 1350.0 97.5 2023-05-19 True\n")
    }

    @Test func `the same calls give the same bytes`() throws {
        let first = try Data(contentsOf: URL(fileURLWithPath: try sample("first.xlsx")))
        let second = try Data(contentsOf: URL(fileURLWithPath: try sample("second.xlsx")))
        #expect(first == second)
    }

    @Test func `the file is its owner's alone and nothing is left beside it`() throws {
        let path = try sample("mode.xlsx")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mode.xlsx"])
    }

    @Test func `a writer that is given up leaves the old file as it was`() throws {
        let path = try folder.write("old", to: "kept.xlsx")
        do {
            let book = try WorkbookWriter(path: path)
            _ = try book.addSheet("S")
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept.xlsx"])
    }

    @Test func `a folder that is not there and a full disk are errors`() throws {
        let missing = try #require(throws: OfficeError.self) {
            try WorkbookWriter(path: folder.file("no/such/folder.xlsx"))
        }
        #expect(missing.kind == .missing)
        #expect(throws: OfficeError.self) { try WorkbookWriter(path: "/proc/none.xlsx") }
    }

    @Test func `a disk that fills up while writing leaves the old file and nothing beside it`() async throws {
        let path = try folder.write("old", to: "kept.xlsx")
        await #expect(processExitsWith: .success) { [path = path as String] in
            // A process may write no byte more into any file: what a full disk does, without filling one.
            _ = signal(SIGXFSZ, SIG_IGN)
            let book = try WorkbookWriter(path: path)
            let sheet = try book.addSheet("S")
            try sheet.write(.text("mới"), at: CellReference(row: 1, column: 1))
            var limit = rlimit(rlim_cur: 0, rlim_max: 0)
            _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            do {
                try book.close()
                exit(2)
            } catch let error as OfficeError {
                exit(error.kind == .access ? 0 : 3)
            }
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept.xlsx"])
    }

    @Test func `names of sheets become legal and unique as Excel sees them`() {
        var names = SheetNames()
        #expect(names.next("Đảng") == "Đảng")
        #expect(names.next("ĐẢNG") == "ĐẢNG (2)")
        #expect(names.next("đảng") == "đảng (3)")
        #expect(names.next("Quý I/2025: [a]*?\\") == "Quý I-2025- -a----")
        #expect(names.next("'x'") == "x")
        #expect(names.next("") == "Trang")
        #expect(names.next("History") == "History_")
        let long = String(repeating: "Ở", count: 40)
        #expect(names.next(long).utf16.count == 31)
        #expect(names.next(long).utf16.count == 31)
        #expect(names.next(String(repeating: "🎓", count: 20)).utf16.count == 30)
    }

    @Test func `random names never clash`() throws {
        var random = SeededGenerator(seed: 3)
        var names = SheetNames()
        var seen: Set<String> = []
        for _ in 0..<500 {
            let wanted = String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    "aAđĐẢả'/ 1".randomElement(using: &random) ?? "a"
                })
            let name = names.next(wanted)
            #expect(seen.insert(name.lowercased()).inserted)
            #expect(
                (1...31).contains(name.utf16.count) && !name.contains("/") && !name.hasPrefix("'")
                    && !name.hasSuffix("'"))
        }
    }

    @Test func `what a workbook cannot hold is refused, not dropped`() throws {
        let book = try WorkbookWriter(path: folder.file("limits.xlsx"))
        let sheet = try book.addSheet("S")
        let first = CellReference(row: 1, column: 1)
        let range = try #require(CellRange("A1:B2"))
        try sheet.merge(range, .text("a"))
        let overlap = try #require(throws: OfficeError.self) {
            try sheet.merge(try #require(CellRange("B2:C3")), .text("b"))
        }
        #expect(overlap.message.vi.contains("A1:B2 và B2:C3"))
        #expect(throws: OfficeError.self) { try sheet.write(.text(String(repeating: "a", count: 32_768)), at: first) }
        #expect(throws: OfficeError.self) { try sheet.write(.decimal(.nan), at: first) }
        #expect(throws: OfficeError.self) { try sheet.write(.integer(1), at: CellReference(row: 0, column: 1)) }
        #expect(throws: OfficeError.self) { try sheet.write(.integer(1), at: CellReference(row: 1, column: 16_385)) }
        let format = CellFormat().with { $0.numberFormat = String(repeating: "0", count: 200) }
        #expect(throws: OfficeError.self) { try sheet.write(.integer(1), at: first, format: format) }
        try book.close()
        #expect(throws: OfficeError.self) { try book.addSheet("after") }
        #expect(throws: OfficeError.self) { try book.close() }
    }
}
