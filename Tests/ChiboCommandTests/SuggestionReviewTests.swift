import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// Suggestions and the people who decide: at a terminal, or in a workbook that travels.
struct SuggestionReviewTests {
    private let unit: RosterUnit

    init() throws {
        unit = try RosterUnit()
        try unit.sheet(Self.rows("79181000002"))
    }

    /// Two women, one of whose numbers lost its zero.
    private static func rows(_ number: String) -> String {
        """
        ["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Chi bộ"],
        ["Lê Bé", "1981", "nữ", "\(number)", "CB1"], ["Trần An", "1980", "nữ", "001180000001", "CB1"]
        """
    }

    private func mark(_ mark: String, _ file: String = "dx.xlsx") throws {
        let result = try Oracle.python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            for row in book.active.iter_rows(min_row=2): row[0].value = sys.argv[2]
            book.save(sys.argv[1])
            """, [unit.folder.file(file), mark])
        try #require(result.status == 0, "\(result.errors)")
    }

    @Test func `a workbook of suggestions changes nothing, is not written over, and its marks are taken`() throws {
        try unit.expectSuccess(unit.run("import", "ds", "ds.xlsx", "--suggestions", "dx.xlsx"))
        #expect(try unit.records("member", ["Số CCCD"]).isEmpty)
        let mode = try FileManager.default.attributesOfItem(atPath: unit.folder.file("dx.xlsx"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(unit.run("import", "ds", "ds.xlsx", "--suggestions", "dx.xlsx").messages.contains("CB-H006"))
        #expect(unit.run("import", "ds", "ds.xlsx", "--decisions", "dx.xlsx").code == .data, "nobody marked it")
        try mark("không")
        #expect(unit.run("import", "ds", "ds.xlsx", "--decisions", "dx.xlsx").code == .data, "it was refused")
        try mark("x")
        #expect(
            try unit.members("Số CCCD", flags: ["--decisions", "dx.xlsx"]) == [["079181000002"], ["001180000001"]])
    }

    @Test func `a decision counts for the cell that was shown and for no other`() throws {
        try unit.expectSuccess(unit.run("import", "ds", "ds.xlsx", "--suggestions", "dx.xlsx"))
        try mark("x")
        try unit.sheet(Self.rows("79181000003"))
        let report = try unit.dry("--decisions", "dx.xlsx")
        #expect(report.count("rejected") == 1)
        #expect(report.notes.contains("CB-I031"))
        let changed = try Oracle.python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1]); sheet = book.active
            sheet.cell(2, [cell.value for cell in sheet[1]].index("Đề xuất") + 1, "079181000009"); book.save(sys.argv[1])
            """, [unit.folder.file("dx.xlsx")])
        try #require(changed.status == 0, "\(changed.errors)")
        try unit.sheet(Self.rows("79181000002"))
        #expect(try unit.dry("--decisions", "dx.xlsx").count("rejected") == 1, "another value than was proposed")
    }

    @Test func `a mark that nobody understands and a file that is no review are told`() throws {
        try unit.expectSuccess(unit.run("import", "ds", "ds.xlsx", "--suggestions", "dx.xlsx"))
        try mark("để xem")
        #expect(unit.run("import", "ds", "ds.xlsx", "--decisions", "dx.xlsx").messages.contains("CB-I033"))
        #expect(unit.run("import", "ds", "ds.xlsx", "--decisions", "ds.xlsx").messages.contains("CB-I032"))
    }

    @Test func `at the terminal each is asked about; without one the way out is told`() throws {
        #expect(unit.run("import", "ds", "ds.xlsx", "--review").messages.contains("CB-U019"))
        let later = unit.run("import", "ds", "ds.xlsx", "--review", input: "\n")
        #expect(later.code == .data && later.output.contains("đề xuất chờ quyết định 1"))
        let taken = unit.run("import", "ds", "ds.xlsx", "--review", input: "gì\nc\n")
        #expect(taken.code == .success, "\(taken.messages)")
        #expect(taken.messages.contains("[1/1] D2 “Số CCCD”: “79181000002” → “079181000002”"))
    }

    @Test func `the dry run shows what is new, filled in, moved and corrected, and writes nothing`() throws {
        try unit.sheet(Self.rows("079181000002"))
        _ = try unit.members("Số CCCD")
        let rows = Self.rows("079181000002").replacing("1981", with: "20/10/1981").replacing(
            #""1980", "nữ""#, with: #""1979", "nữ""#
        )
        .replacing(#""001180000001", "CB1""#, with: #""001180000001", "CB2""#)
        try unit.sheet(rows + #", ["Vũ Chi", "1982", "nam", "001082000003", "CB1"]"#)
        let seen = unit.run("import", "ds", "ds.xlsx", "--dry-run", "--effective", "2024-05-01").output
        for line in [
            "Mới (1)", "M-000003  (dòng 4)", "Thay đổi (2)",
            "M-000001  (dòng 2)  ngày sinh: 1981 → 20/10/1981, sửa sai",
            "ngày sinh: 1980 → 1979, sửa sai; chi bộ: Chi bộ Khoa Toán → Chi bộ Sinh viên 1, từ 01/05/2024",
            "chạy thử: chưa ghi gì",
        ] { #expect(seen.contains(line), "\(seen)") }
        #expect(try unit.records("member", ["Chi bộ"]).count == 2)
    }
}
