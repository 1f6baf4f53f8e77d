import ChiboImporting
import ChiboModel
import ChiboOffice
import ChiboTestSupport
import Testing

/// The same people in the sheets of other offices and other programs: only the mapping differs.
struct OtherOfficesTests {
    private let folder: TemporaryFolder
    private let records: TestRecords

    init() throws {
        folder = try TemporaryFolder()
        records = try Rosters.withUnits(folder)
    }

    /// The columns in the order of the fields, with the headings of an office.
    private static func mapping(_ headings: [String]) -> ImportMapping {
        let fields = ["branch", "full_name", "card_no", "admitted_on", "official_on", "birth"]
        let columns = zip(headings, fields).map { heading, field in
            ImportMapping.Column(
                heading: heading, field: field,
                conversion: field == "branch" ? .byName : field == "card_no" ? .digits : .automatic)
        }
        return ImportMapping(id: "dang-vien", kind: .member, complete: true, columns: columns)
    }

    private static let libreOffice = mapping([
        "Sinh hoạt tại chi bộ", "Họ tên đảng viên", "Số thẻ ĐV", "Thời gian vào Đảng / Dự bị",
        "Thời gian vào Đảng / Chính thức", "Sinh ngày",
    ])
    private static let openpyxl = mapping([
        "Đơn vị", "Đảng viên", "Thẻ", "Ngày vào Đảng / Kết nạp", "Ngày vào Đảng / Công nhận", "Năm sinh",
    ])

    /// What both sheets say.
    private static let people: [[String: String]] = [
        [
            "full_name": "Nguyễn Thị Hòa", "branch": "U-000001", "card_no": "0071234567", "admitted_on": "2010-02-03",
            "official_on": "2011-02-03", "birth": "1980-05-19",
        ],
        [
            "full_name": "Trần Văn Bình", "branch": "U-000001", "card_no": "0071234568", "admitted_on": "2003-05-19",
            "official_on": "2004-05-19", "birth": "1975",
        ],
        ["full_name": "Đặng Thu Hà", "branch": "U-000002", "admitted_on": "2023-09-01", "birth": "2002-03"],
    ]

    private func expectThePeople(from path: String, _ mapping: ImportMapping) throws {
        var records = records
        let report = try records.take(path, mapping)
        #expect(report.problems.isEmpty)
        #expect(report.added.count == 3, "the total and the signatures are no members")
        for (index, person) in Self.people.enumerated() {
            for field in ["full_name", "branch", "card_no", "admitted_on", "official_on", "birth"] {
                let value = records.value(.member, "M-00000\(index + 1)", field)
                #expect(value == person[field], "\(person["full_name"] ?? ""): \(field)")
            }
        }
        #expect(try records.read(path, mapping).untouched == 3, "the same file again changes nothing")
    }

    @Test func `a roster kept in LibreOffice is read through its own headings`() throws {
        let path = RepositoryFolder.path + "/Tests/ChiboImportingTests/Files/libreoffice-roster.xlsx"
        try expectThePeople(from: path, Self.libreOffice)
    }

    @Test func `a roster made by openpyxl with serial numbers for dates is read as well`() throws {
        let path = folder.file("other.xlsx")
        let result = try Oracle.python(
            """
            import sys, openpyxl
            book = openpyxl.Workbook(); sheet = book.active; sheet.title = "Danh sách 2024"
            sheet["B2"] = "DANH SÁCH ĐẢNG VIÊN CÁC CHI BỘ"; sheet.merge_cells("B2:G2")
            top = ["Đảng viên", "Năm sinh", "Ngày vào Đảng", None, "Đơn vị", "Thẻ"]
            for column, heading in enumerate(top, 2):
                sheet.cell(4, column, heading)
                if column not in (4, 5): sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
            sheet.merge_cells("D4:E4"); sheet["D5"] = "Kết nạp"; sheet["E5"] = "Công nhận"
            rows = [
                ["Nguyễn Thị Hòa", 29360, 40212, 40577, "chi bộ khoa toán", "0071234567"],
                ["Trần Văn Bình", 1975, "19/5/2003", "19/5/2004", "CB1", "0071.234.568"],
                ["Đặng Thu Hà", "03/2002", "1/9/2023", None, "Chi bộ sinh viên 1", None],
            ]
            for r, row in enumerate(rows, 6):
                for c, value in enumerate(row, 2):
                    cell = sheet.cell(r, c, value)
                    if isinstance(value, int) and value > 3000: cell.number_format = "dd/mm/yyyy"
            sheet.cell(9, 2, "Cộng: 3 đảng viên"); sheet.cell(11, 6, "BÍ THƯ")
            book.save(sys.argv[1])
            """, [path])
        try #require(result.status == 0, "\(result.errors)")
        try expectThePeople(from: path, Self.openpyxl)
    }
}

/// The workbook of rejected rows goes out to be corrected and comes back.
struct RejectedRowsTests {
    private static let header = "Họ và tên,Ngày sinh,Số CCCD,Chi bộ\n"
    private static let mapping = ImportMapping(
        id: "dang-vien", kind: .member, complete: true,
        columns: [
            .init(heading: "Họ và tên", field: "full_name"), .init(heading: "Ngày sinh", field: "birth"),
            .init(heading: "Số CCCD", field: "national_id"),
            .init(heading: "Chi bộ", field: "branch", conversion: .byName),
        ])

    @Test(arguments: [Language.vi, .en]) func `corrected rejected rows import again, and call nobody missing`(
        _ language: Language
    ) throws {
        let folder = try TemporaryFolder()
        var records = try Rosters.withUnits(folder)
        let rows = """
            Nguyễn Hòa,1980,001180000001,CB1
            Trần Bình,hồi xưa,001180000002,CB1
            Lê An,1982,001180000003,CB9

            """
        let roster = try folder.write(Self.header + rows, to: "roster.csv")
        let report = try records.take(roster, Self.mapping, acceptsValid: true)
        #expect(report.rejected.rows.map(\.source.number) == [3, 4])
        let back = folder.file("back.xlsx")
        try report.rejected.write(to: back, language: language)
        let result = try Oracle.python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1]); sheet = book.active
            for row in sheet.iter_rows():
                for cell in row:
                    cell.value = {"hồi xưa": "1981", "CB9": "CB2"}.get(cell.value, cell.value)
            book.save(sys.argv[1])
            """, [back])
        try #require(result.status == 0, "\(result.errors)")
        let again = try records.take(back, Self.mapping)
        #expect(again.added.count == 2)
        #expect(again.missing.isEmpty, "a part of a roster is no complete one")
        #expect(!again.notes.contains { $0.code == "CB-I020" }, "its own columns are known")
        #expect(records.value(.member, "M-000003", "branch") == "U-000002")
    }
}
