import ChiboImporting
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// What a later roster does to records that are known.
struct RosterChangeTests {
    private let folder: TemporaryFolder
    private var records: TestRecords

    private static let header = "Họ và tên,Ngày sinh,CCCD,Số thẻ,Kết nạp,Chi bộ,Loại\n"
    private static let first = """
        Nguyễn Hòa,1980,001180000001,0071,03/02/2010,CB1,dự bị
        Trần Bình,1981,001180000002,0072,03/02/2011,CB1,chính thức
        Lê An,1982,,0073,03/02/2012,CB2,chính thức

        """
    private static let mapping = ImportMapping(
        id: "dang-vien", kind: .member, complete: true,
        columns: [
            .init(heading: "Họ và tên", field: "full_name"), .init(heading: "Ngày sinh", field: "birth"),
            .init(heading: "CCCD", field: "national_id"), .init(heading: "Số thẻ", field: "card_no"),
            .init(heading: "Kết nạp", field: "admitted_on"), .init(heading: "Chi bộ", field: "branch"),
            .init(heading: "Loại", field: "grade"),
        ])

    init() throws {
        folder = try TemporaryFolder()
        records = try Rosters.withUnits(folder)
        try records.take(try folder.write(Self.header + Self.first, to: "first.csv"), Self.mapping)
    }

    private func roster(_ rows: String) throws -> String { try folder.write(Self.header + rows, to: "next.csv") }

    private static func moved(_ text: String) -> String { first.replacing("0071,03/02/2010,CB1", with: text) }

    @Test func `a member in another branch is asked about`() throws {
        let report = try records.read(try roster(Self.moved("0071,03/02/2010,CB2")), Self.mapping)
        #expect(report.changes == nil)
        #expect(report.undecided.map(\.id.text) == ["M-000001"])
        #expect(report.undecided[0].fields.map(\.field) == ["branch"])
        let problem = try #require(report.problems.first)
        #expect(problem.place == "F2")
        #expect(problem.reason.vi == "chi bộ đổi từ “Chi bộ Khoa Toán” sang “Chi bộ Sinh viên 1”")
        #expect(problem.suggestion?.en.contains("--effective DATE") == true)
    }

    @Test func `a move on a day leaves the time before as it was`() throws {
        var records = records
        let report = try records.take(
            try roster(Self.moved("0071,03/02/2010,CB2")), Self.mapping,
            .on(CalendarDate(iso: "2024-01-01") ?? .init(dayNumber: 0)))
        #expect(report.moved.map(\.id.text) == ["M-000001"])
        #expect(records.value(.member, "M-000001", "branch", on: "2023-12-31") == "U-000001")
        #expect(records.value(.member, "M-000001", "branch", on: "2024-01-01") == "U-000002")
        #expect(records.value(.member, "M-000001", "full_name", on: "2010-02-03") == "Nguyễn Hòa")
    }

    @Test func `a correction was always so`() throws {
        var records = records
        try records.take(try roster(Self.moved("0071,03/02/2010,CB2")), Self.mapping, .correction)
        #expect(records.value(.member, "M-000001", "branch", on: "2010-02-03") == "U-000002")
        #expect(records.versions(of: RecordID("M-000001"), .member).count == 1)
    }

    @Test func `a corrected name reaches all versions and keeps their branches`() throws {
        var records = records
        let day = CalendarDate(iso: "2024-01-01") ?? .init(dayNumber: 0)
        try records.take(try roster(Self.moved("0071,03/02/2010,CB2")), Self.mapping, .on(day))
        let renamed = Self.moved("0071,03/02/2010,CB2").replacing("Nguyễn Hòa", with: "Nguyễn Thị Hòa")
        let report = try records.take(try roster(renamed), Self.mapping)
        #expect(report.changed.map(\.fields.count) == [1])
        for (date, branch) in [("2015-01-01", "U-000001"), ("2024-02-01", "U-000002")] {
            #expect(records.value(.member, "M-000001", "full_name", on: date) == "Nguyễn Thị Hòa")
            #expect(records.value(.member, "M-000001", "branch", on: date) == branch)
        }
        #expect(try records.read(try roster(renamed), Self.mapping).untouched == 3)
    }

    @Test(arguments: [("03/02/2009", "2009-02-03"), ("03/02/2012", "2012-02-03")])
    func `a corrected day of admission moves the start of the record`(text: String, iso: String) throws {
        var records = records
        try records.take(try roster(Self.moved("0071,\(text),CB1")), Self.mapping)
        let versions = records.versions(of: RecordID("M-000001"), .member)
        #expect(versions.map(\.from?.iso) == [iso])
        #expect(records.value(.member, "M-000001", "admitted_on") == iso)
        #expect(records.value(.member, "M-000001", "admitted_on", on: "2008-01-01") == nil)
    }

    @Test func `a recognition takes its day from the row and is not asked about`() throws {
        var records = records
        let path = try folder.write(
            "Họ và tên,Ngày sinh,CCCD,Số thẻ,Kết nạp,Chi bộ,Loại,Chính thức\n"
                + "Nguyễn Hòa,1980,001180000001,0071,03/02/2010,CB1,chính thức,03/02/2011\n", to: "official.csv")
        let columns = Self.mapping.columns + [.init(heading: "Chính thức", field: "official_on")]
        let report = try records.take(path, ImportMapping(id: "m", kind: .member, columns: columns))
        #expect(report.changed.map { $0.fields.map(\.field) } == [["grade", "official_on"]])
        #expect(records.value(.member, "M-000001", "grade", on: "2011-02-02") == "probationary")
        #expect(records.value(.member, "M-000001", "grade", on: "2011-02-03") == "official")
        #expect(records.value(.member, "M-000001", "official_on", on: "2010-06-01") == "2011-02-03")
    }

    @Test func `a complete roster of branches does not miss the committees above them`() throws {
        let path = try folder.write("Tên tổ chức,Ký hiệu\nChi bộ Khoa Toán,CB1\n", to: "branches.csv")
        let mapping = ImportMapping(
            id: "chi-bo", kind: .unit, complete: true, columns: Array(Rosters.units.columns.prefix(2)),
            constants: ["kind": .code("branch")])
        let report = try records.read(path, mapping)
        #expect(report.missing.map(\.text) == ["U-000002"])
    }

    @Test func `an empty cell says nothing, and a value never recorded is filled in without asking`() throws {
        var records = records
        let rows = Self.first.replacing("001180000001,0071,03/02/2010,CB1,dự bị", with: "001180000001,,,,")
            .replacing("Lê An,1982,,", with: "Lê An,1982,001182000003,")
        let report = try records.take(try roster(rows), Self.mapping)
        #expect(report.changed.map { $0.fields.map(\.field) } == [["national_id"]])
        #expect(records.value(.member, "M-000001", "card_no") == "0071")
        #expect(records.value(.member, "M-000003", "national_id") == "001182000003")
    }

    @Test func `members missing from a complete roster are listed and nobody is removed`() throws {
        let report = try records.read(
            try roster("Trần Bình,1981,001180000002,0072,03/02/2011,CB1,chính thức\n"), Self.mapping)
        #expect(report.missing.map(\.text) == ["M-000001", "M-000003"])
        #expect(report.changes?.assertions.isEmpty == true)
    }

    @Test func `duplicates are flagged on both rows`() throws {
        let rows =
            Self.first
            + "Hoàng Tú,1990,001180000002,,,CB1,dự bị\nNgô Hà,1991,,0099,,CB1,dự bị\nNgô Hà,1992,,0099,,CB1,dự bị\n"
        let report = try records.read(try roster(rows), Self.mapping, acceptsValid: true)
        let flagged = report.problems.filter { $0.reason.en.contains("the same record as row") }
        #expect(flagged.map(\.row) == [3, 5, 6, 7])
        #expect(flagged[0].reason.vi == "trùng với dòng 5")
        #expect(flagged[3].reason.vi == "trùng với dòng 6 (số thẻ đảng viên)")
    }

    @Test func `the same name and days with other numbers are two people`() throws {
        let rows =
            Self.first
            + "Đỗ Tú,1990,001190000001,,01/01/2020,CB1,dự bị\nĐỗ Tú,1990,001190000002,,01/01/2020,CB1,dự bị\n"
        let report = try records.read(try roster(rows), Self.mapping)
        #expect(report.added.count == 2)
    }

    @Test func `numbers that contradict each other are not merged in silence`() throws {
        let rows = Self.first.replacing("001180000001", with: "001180000009")
        let report = try records.read(try roster(rows), Self.mapping)
        #expect(report.problems.map(\.reason.vi) == ["trùng số thẻ đảng viên với hồ sơ M-000001 nhưng khác số CCCD"])
        let corrected = try records.read(try roster(rows), Self.mapping, .correction)
        #expect(corrected.changed.map { $0.fields.map(\.field) } == [["national_id"]])
    }

    @Test func `a member without numbers is known by name, birth and admission`() throws {
        var records = records
        let row = "Vũ  Thuỷ,05/06/1990,,,01/02/2020,CB1,dự bị\n"
        try records.take(try roster(Self.first + row), Self.mapping)
        let report = try records.take(try roster(Self.first + row.replacing("Vũ  Thuỷ", with: "VŨ THỦY")), Self.mapping)
        #expect(report.changed.map(\.id.text) == ["M-000004"], "the tone's place and the case make no other person")
        #expect(report.added.isEmpty)
    }

    @Test func `rejected rows go to a workbook that can be corrected and imported`() throws {
        var records = records
        let rows =
            Self.first
            + "Đỗ Tú,31/02/1990,001190000001,0099,01/01/2020,CB9,dự bị\nMai An,1990,001190000002,0098,01/01/2020,CB1,dự bị\n"
        let report = try records.take(try roster(rows), Self.mapping, acceptsValid: true)
        #expect(report.added.count == 1)
        let path = folder.file("rejected.xlsx")
        try report.rejected.write(to: path)
        let output = try Oracle.python(
            """
            import sys, openpyxl
            s = openpyxl.load_workbook(sys.argv[1]).active
            for r in s.iter_rows(values_only=True): print(r)
            s["B2"] = "01/02/1990"; s["F2"] = "CB2"; s.parent.save(sys.argv[1])
            """, [path]
        ).output
        #expect(
            output == """
                ('Họ và tên', 'Ngày sinh', 'CCCD', 'Số thẻ', 'Kết nạp', 'Chi bộ', 'Loại', 'Lý do', 'Dòng gốc')
                ('Đỗ Tú', '31/02/1990', '001190000001', '0099', '01/01/2020', 'CB9', 'dự bị', 'Ngày sinh: lịch không có \
                ngày này (hãy đối chiếu hồ sơ gốc)\\nChi bộ: không có tổ chức đảng nào mang tên hay số này (có lẽ là “CB1”)', 5)

                """)
        let corrected = try records.take(path, Self.mapping)
        #expect(corrected.added.count == 1 && corrected.problems.isEmpty)
        #expect(records.value(.member, "M-000005", "full_name") == "Đỗ Tú")
    }

    @Test func `a new row that may be a known member without accents is told and not merged`() throws {
        let report = try records.read(
            try roster(Self.first + "TS. Tran Binh,1981,001181000009,,,CB1,dự bị\n"), Self.mapping)
        #expect(report.added.count == 1)
        #expect(report.notes.map(\.code) == ["CB-I026", "CB-I027"])
        #expect(report.notes.last?.message.vi.hasSuffix("5 ~ M-000002") == true)
    }

    @Test func `another topic on the same day is another meeting, and a missing one is found`() throws {
        var records = records
        let mapping = ImportMapping(
            id: "sinh-hoat", kind: .meeting,
            columns: [
                .init(heading: "Chi bộ", field: "branch"), .init(heading: "Ngày họp", field: "date"),
                .init(heading: "Loại", field: "kind"), .init(heading: "Nội dung", field: "topic"),
                .init(heading: "Có mặt", field: "present_count"),
            ])
        func file(_ rows: String) throws -> String {
            try folder.write("Chi bộ,Ngày họp,Loại,Nội dung,Có mặt\n" + rows, to: "meetings.csv")
        }
        try records.take(try file("CB1,03/02/2023,chuyên đề,Đề án A,20\n"), mapping)
        let more = try records.take(try file("CB1,03/02/2023,chuyên đề,Đề án B,21\n"), mapping)
        #expect(more.added.count == 1)
        let bare = try records.take(try file("CB2,04/02/2023,định kỳ,,9\n"), mapping)
        #expect(bare.added.count == 1)
        let counted = try records.take(try file("CB2,04/02/2023,định kỳ,,10\n"), mapping)
        #expect(counted.changed.map(\.id.text) == ["S-000003"])
    }

    @Test func `the change set names its file, sheet, author and digest`() throws {
        let changes = try #require(try records.read(try roster(Self.first), Self.mapping).changes)
        #expect(changes.note.author == "vpdu")
        #expect(changes.note.action == "import dang-vien")
        #expect(changes.note.sourceFile == "next.csv")
        #expect(changes.note.sourceHash.count == 64)
        #expect(changes.base == records.version)
    }
}
