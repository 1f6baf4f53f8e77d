import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// What the rosters of real offices have (domain.md §6): each test names its row of that table.
struct RealRosterTests {
    private let unit: RosterUnit

    init() throws { unit = try RosterUnit() }

    private static let heads =
        #"["Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Số thẻ", "Ngày vào Đảng", "Chi bộ"],"#

    // MARK: Names

    @Test func `name order: two columns of a name are one name, under two headings or under one`() throws {
        try unit.sheet(
            #"""
            ["Họ đệm", "Tên", "Ngày sinh", "Chi bộ", "Số thẻ"],
            ["Nguyễn Đặng Thị Thu", "Hòa", "1980", "CB1", "1"],
            ["Tôn Nữ", "Hà", 1975, "CB2", "2"]
            """#
        )
        #expect(
            try unit.members("Họ và tên", "Ngày sinh") == [
                ["Nguyễn Đặng Thị Thu Hòa", "1980"], ["Tôn Nữ Hà", "1975"],
            ])
        let other = try RosterUnit()
        try other.sheet(
            #"""
            ["Họ và tên", None, "Ngày sinh", "Số thẻ"],
            ["Nguyễn Văn", "An", "1980", "1"],
            ["Trần Thị", "Bé", "1981", "2"]
            """#,
            then: #"sheet.merge_cells("A1:B1")"#)
        #expect(try other.members("Họ và tên") == [["Nguyễn Văn An"], ["Trần Thị Bé"]])
        let text = try RosterUnit()
        try text.folder.write("Họ và tên,,Ngày sinh,Số thẻ\nNguyễn Văn,An,1980,1\nTrần Thị,Bé,1981,2\n", to: "a.csv")
        #expect(try text.members("Họ và tên", file: "a.csv") == [["Nguyễn Văn An"], ["Trần Thị Bé"]])
    }

    @Test func `NFC/NFD: a name typed apart is kept composed and is the same person`() throws {
        try unit.sheet(
            Self.heads
                + #"""
                [__import__("unicodedata").normalize("NFD", "Nguyễn Thị Hòa"), "1980", "nữ", None, "0071",
                "03/02/2010", "CB1"]
                """#
        )
        #expect(try unit.members("Họ và tên") == [["Nguyễn Thị Hòa"]])
        #expect(try unit.records("member", ["Họ và tên"])[0][0].unicodeScalars.count == 14)
        #expect(try unit.dry().count("untouched") == 1)
    }

    @Test func `Đ/đ: look-alikes are folded and counted`() throws {
        try unit.sheet(Self.heads + #"["Ðặng Ɖức", "1980", "nam", None, "0071", None, "CB1"]"#)
        let report = try unit.dry()
        #expect(report.notes.contains("CB-I030"))
        #expect(report.note("CB-I030").contains("2 chữ"))
        #expect(try unit.members("Họ và tên") == [["Đặng Đức"]])
    }

    @Test func `old/new tone place: a branch is found by either, and a name is kept as it was typed`() throws {
        try unit.sheet(Self.heads + #"["Lê Thuỷ", "1980", "nữ", None, "0071", None, "Chi bộ phòng Hoà giải"]"#)
        #expect(try unit.members("Họ và tên", "Chi bộ") == [["Lê Thuỷ", "Chi bộ Phòng Hòa giải"]])
    }

    @Test func `missing diacritics: a name without them is suggested and never merged by itself`() throws {
        try unit.sheet(Self.heads + #"["Nguyễn Văn Đức", "19/05/1980", "nam", "001080000001", None, None, "CB1"]"#)
        _ = try unit.members("Họ và tên")
        try unit.sheet(
            #"""
            ["Họ và tên", "Ngày sinh", "Chi bộ"],
            ["Nguyen Van Duc", "1980", "CB2"],
            ["Nguyen Van Duc", "1981", "CB2"]
            """#
        )
        let report = try unit.dry()
        #expect(report.suggestions == [["same_person", "", "M-000001"]], "another year of birth is another person")
        #expect(report.count("rejected") == 2 && report.count("added") == 0, "neither has enough to be known by")
        let asked = unit.run("import", "ds", "ds.xlsx", "--review", "--accept-valid", "--correct", input: "c\n")
        #expect(asked.messages.contains("[1/1]"))
        #expect(
            try unit.records("member", ["Họ và tên", "Ngày sinh", "Chi bộ"]) == [
                ["Nguyễn Văn Đức", "19/05/1980", "Chi bộ Sinh viên 1"]
            ])
    }

    @Test func `case: a name in capitals is the same name and does not change the record`() throws {
        let row = #"["Nguyễn Văn Đức", "19/05/1980", "nam", "001080000001", None, None, "CB1"]"#
        try unit.sheet(Self.heads + row)
        _ = try unit.members("Họ và tên")
        try unit.sheet(Self.heads + row.replacing("Nguyễn Văn Đức", with: "NGUYỄN VĂN ĐỨC"))
        #expect(try unit.dry().count("untouched") == 1)
    }

    @Test func `titles and roles inside the name cell are taken off and told`() throws {
        try unit.sheet(
            Self.heads
                + #"""
                ["PGS.TS. Trần An", "1970", "nam", None, "1", None, "CB1"],
                ["Đ/c Lê Bé (Phó Bí thư)", "1971", "nữ", None, "2", None, "CB1"]
                """#
        )
        #expect(try unit.dry().note("CB-I026").contains("Phó Bí thư"))
        #expect(try unit.members("Họ và tên") == [["Trần An"], ["Lê Bé"]])
    }

    @Test func `spaces: no-break, double, zero-width and line breaks are folded`() throws {
        try unit.sheet(Self.heads + #"[" Trần \u00a0Văn\n\u200bAn ", "1970", "nam", None, "1", None, " CB1\u00a0"]"#)
        #expect(try unit.members("Họ và tên", "Chi bộ") == [["Trần Văn An", "Chi bộ Khoa Toán"]])
    }

    // MARK: Encodings

    @Test func `TCVN3: cells and headings in .VnTime fonts are decoded, in .VnTimeH as capitals`() throws {
        try unit.sheet(
            #"""
            ["Hä vµ tªn", "Ngµy sinh", "Chi bé"],
            ["NguyÔn V¨n §øc", "1980", "CB1"],
            ["H\u00adêng", "1981", "CB1"],
            ["trÇn hµ", "1982", "CB1"]
            """#,
            then: """
                for row in sheet.iter_rows():
                    for cell in row: cell.font = Font(name=".VnTime")
                sheet["A4"].font = Font(name=".VnTimeH")
                for row in (2, 3, 4): sheet.cell(row, 4, "x")
                """)
        try unit.folder.write(
            try String(contentsOfFile: unit.folder.file("imports/ds.lua"), encoding: .utf8).replacing(
                "complete = true", with: #"key = { "full_name" }"#), to: "imports/ds.lua")
        let report = try unit.dry()
        #expect(report.note("CB-I029").contains("TCVN3"))
        #expect(try unit.members("Họ và tên") == [["Nguyễn Văn Đức"], ["Hường"], ["TRẦN HÀ"]])
    }

    @Test(arguments: [
        (
            "TCVN3",
            #"""
            ["NguyÔn V¨n §øc", "1980", None, None, "1", None, "CB1"],
            ["TrÇn ThÞ Hµ", "1981", None, None, "2", None, "CB1"]
            """#
        ),
        (
            "VNI",
            #"""
            ["Nguyeãn Vaên Ñöùc", "1980", None, None, "1", None, "CB1"],
            ["Traàn Thò Haø", "1981", None, None, "2", None, "CB1"]
            """#
        ),
        (
            "VIQR",
            #"""
            ["Nguye^~n Va(n DDu+'c", "1980", None, None, "1", None, "CB1"],
            ["Tra^`n Thi. Ha`", "1981", None, None, "2", None, "CB1"]
            """#
        ),
        (
            "Telex",
            #"""
            ["Nguyeenx Vawn DDuwcs", "1980", None, None, "1", None, "CB1"],
            ["Traanf Thij Haf", "1981", None, None, "2", None, "CB1"]
            """#
        ),
        (
            "UTF-8",
            #"""
            *[[n.encode().decode("latin-1"), y, None, None, c, None, "CB1"] for n, y, c in (("Nguyễn Văn Đức",
            1980, "1"), ("Trần Thị Hà", 1981, "2"))]
            """#
        ),
        (
            "windows-1258",
            #"""
            ["NguyêÞn Vãn Ðýìc", "1980", None, None, "1", None, "CB1"],
            ["TrâÌn Thiò HaÌ", "1981", None, None, "2", None, "CB1"]
            """#
        ),
    ])
    func `TCVN3, VNI, VIQR / telex leftovers, mojibake: a column without fonts is told by its words`(
        encoding: String, rows: String
    ) throws {
        try unit.sheet(Self.heads + rows)
        let report = try unit.dry()
        #expect(report.notes.contains("CB-I029") && report.note("CB-I029").contains(encoding))
        #expect(report.note("CB-I029").contains("2 ô"))
        #expect(!report.note("CB-I029").contains("Đức"), "no name is shown")
        #expect(try unit.members("Họ và tên") == [["Nguyễn Văn Đức"], ["Trần Thị Hà"]])
    }

    @Test func `mojibake: one garbled cell among good ones is offered, and rejected until somebody accepts it`() throws
    {
        try unit.sheet(
            Self.heads
                + #"""
                ["Nguyễn Thị Hòa", "1980", None, None, "1", None, "CB1"],
                ["Lê Thị Ngọc", "1982", None, None, "3", None, "CB1"],
                ["Tráº§n BÃ¬nh", "1981", None, None, "2", None, "CB1"]
                """#
        )
        let report = try unit.dry()
        #expect(report.suggestions == [["encoding", "Tráº§n BÃ¬nh", "Trần Bình"]])
        #expect(report.count("rejected") == 1)
    }

    @Test func `seed text OCR: words that are misread are kept as they stand`() throws {
        try unit.sheet(
            Self.heads
                + #"""
                ["Phấn Đấu", "1980", None, None, "1", None, "CB1"],
                ["Phân Đâu", "1981", None, None, "2", None, "CB1"]
                """#
        )
        #expect(try unit.members("Họ và tên") == [["Phấn Đấu"], ["Phân Đâu"]])
    }

    // MARK: Dates

    @Test func `dates: all the ways in which offices write them, the year or month alone too`() throws {
        let dates = [
            "03/02/1980", "3-2-1980", "1980-02-03", "03.02.1980", "tháng 3/1998", "1975", "00/00/1956",
            "ngày 3 tháng 2 năm 1980",
        ]
        let rows = dates.enumerated().map { #"["Trần An", "\#($1)", None, None, "\#($0 + 10)", None, "CB1"]"# }
        try unit.sheet(Self.heads + rows.joined(separator: ","))
        #expect(
            try unit.members("Ngày sinh").map { $0[0] } == [
                "03/02/1980", "03/02/1980", "03/02/1980", "03/02/1980", "03/1998", "1975", "1956", "03/02/1980",
            ])
    }

    @Test func `dates: two digits of a year are asked about, and an American column is found by its majority`() throws {
        try unit.sheet(
            Self.heads
                + #"""
                ["Trần An", "03/02/80", None, None, "1", "05/06/2001", "CB1"],
                ["Lê Bé", "1981", None, None, "2", "12/25/2001", "CB1"],
                ["Vũ Chi", "1981", None, None, "3", "03/31/2001", "CB1"]
                """#
        )
        let report = try unit.dry()
        #expect(report.suggestions == [["date", "03/02/80", "03/02/1980"]])
        #expect(report.notes.contains("CB-I024"))
        let file = try unit.sheet(
            Self.heads
                + #"""
                ["Trần An", "1980", None, None, "1", "05/06/2001", "CB1"],
                ["Lê Bé", "1981", None, None, "2", "12/25/2001", "CB1"]
                """#
        )
        #expect(try unit.members("Ngày vào Đảng", file: file) == [["06/05/2001"], ["25/12/2001"]])
    }

    @Test func `Excel serials: bare numbers count in the workbook's own system, and 29/02/1900 is no day`() throws {
        let row =
            #"""
            ["Trần An", 45065, None, None, "1", None, "CB1"],
            ["Lê Bé", 2015, None, None, "2", None, "CB1"],
            ["Vũ Chi", 1930, None, None, "3", None, "CB1"]
            """#
        try unit.sheet(Self.heads + row)
        #expect(try unit.members("Ngày sinh").map { $0[0] } == ["19/05/2023", "2015", "1930"])
        let mac = try RosterUnit()
        try mac.sheet(
            Self.heads + row,
            then: """
                from openpyxl.utils.datetime import CALENDAR_MAC_1904
                book.epoch = CALENDAR_MAC_1904
                """)
        #expect(try mac.members("Ngày sinh")[0] == ["20/05/2027"])
        let bug = try RosterUnit()
        try bug.sheet(
            Self.heads
                + #"""
                ["Trần An", 60, None, None, "1", None, "CB1"],
                ["Lê Bé", 61, None, None, "2", None, "CB1"],
                ["Vũ Chi", 59, None, None, "3", None, "CB1"]
                """#
        )
        #expect(try bug.dry().problems == ["B2"])
        try bug.sheet(
            Self.heads + #"["Lê Bé", 61, None, None, "2", None, "CB1"], ["Vũ Chi", 59, None, None, "3", None, "CB1"]"#)
        #expect(try bug.members("Ngày sinh") == [["01/03/1900"], ["28/02/1900"]])
    }

    @Test func `partial birth: less than is known takes nothing away`() throws {
        try unit.sheet(Self.heads + #"["Trần An", "19/05/1980", None, None, "1", None, "CB1"]"#)
        _ = try unit.members("Ngày sinh")
        try unit.sheet(Self.heads + #"["Trần An", "1980", None, None, "1", None, "CB1"]"#)
        #expect(try unit.dry().count("untouched") == 1)
    }

    @Test func `impossible order: findings show all the days`() throws {
        try unit.sheet(
            #"""
            ["Họ và tên", "Ngày sinh", "Số thẻ", "Ngày vào Đảng", "Ngày chính thức", "Chi bộ"],
            ["Trần An", "19/05/2000", "1", "01/02/2015", "01/06/2015", "CB1"]
            """#
        )
        let note = try unit.dry().note("CB-I034")
        for text in ["19/05/2000", "01/02/2015", "01/06/2015", "trước 18 tuổi", "trước 12 tháng"] {
            #expect(note.contains(text))
        }
    }

    @Test func `three admission dates mixed: one column is taken for the ceremony, and that is said`() throws {
        try unit.sheet(Self.heads + #"["Trần An", "1980", None, None, "1", "01/02/2015", "CB1"]"#)
        #expect(try unit.dry().notes.contains("CB-I035"))
    }

    // MARK: Numbers

    @Test func `card/record numbers: dots and blanks go, zeros stay, duplicates are flagged on both rows`() throws {
        try unit.sheet(
            Self.heads
                + #"""
                ["Trần An", "1980", None, None, 71234567, None, "CB1"],
                ["Lê Bé", "1981", None, None, "0071 234.568", None, "CB1"]
                """#,
            then: #"sheet["E2"].number_format = "0000000000""#)
        #expect(try unit.members("Số thẻ đảng viên") == [["0071234567"], ["0071234568"]])
        try unit.sheet(
            Self.heads
                + #"""
                ["Vũ Chi", "1980", None, None, "99", None, "CB1"],
                ["Lê Dân", "1981", None, None, "9.9", None, "CB1"]
                """#
        )
        let report = try unit.dry()
        #expect(report.problems == ["2", "3"])
        #expect(report.suggestions.map { $0[0] } == ["duplicate", "duplicate"])
    }

    @Test func `CCCD: a lost zero is suggested where sex, year and province agree; nine digits stay; 7.92E+10 is lost`()
        throws
    {
        try unit.sheet(
            Self.heads + #"""
                ["Trần An", "19/05/1980", "nam", 1080000001, "1", None, "CB1"], ["Lê Bé", "1981", "nữ", "79181000002", "2", None, "CB1"],
                ["Vũ Chi", "1982", "nam", "79181000003", "3", None, "CB1"], ["Đỗ Dân", "1983", "nam", "012345678", "4", None, "CB1"],
                ["Lý Em", "1984", "nam", "7,92E+10", "5", None, "CB1"]
                """#)
        let report = try unit.dry()
        #expect(report.suggestions == [["leading_zero", "79181000002", "079181000002"]])
        #expect(
            report.problems == ["D2", "D3", "D4", "D6"], "ten digits, eleven, eleven of another sex, and none left")
    }

    @Test func `phone: a column that no field is for is told and not read`() throws {
        try unit.sheet(
            #"""
            ["Họ và tên", "Ngày sinh", "Số thẻ", "Điện thoại", "Chi bộ"],
            ["Trần An", "1980", "1", "84912345678", "CB1"]
            """#
        )
        #expect(try unit.dry().note("CB-I020").contains("Điện thoại"))
    }

    @Test func `numbers: thousands by dots or commas are whole numbers, and a broken one is refused`() throws {
        try unit.sheet(Self.heads + #"["Trần An", "1980", None, None, "0071", None, "CB1"]"#)
        _ = try unit.members("Họ và tên")
        try unit.sheet(
            #"""
            ["Số thẻ", "Tháng", "Phải đóng", "Đã đóng", "Giảm (%)"],
            ["0071", "01/2024", "1.234.500", "1,234,500", "50%"],
            ["0071", "02/2024", 50000, "50.000,0", 0.5],
            ["0071", "03/2024", "12,5", "1.5", None]
            """#,
            name: "dp.xlsx")
        #expect(try unit.dry(file: "dp.xlsx", mapping: "dang-phi").problems == ["C4", "D4"])
        let outcome = unit.run("import", "dang-phi", "dp.xlsx", "--accept-valid")
        #expect(outcome.output.contains("mới 2"), "\(outcome.messages)\(outcome.output)")
    }

    @Test func `booleans: the marks of offices are yes, and what is unknown is refused with its text`() throws {
        let marks = ["x", "X", "✓", "có", "1", "không", "", "lạ"]
        let rows = marks.enumerated().map { #"["Trần An", "1980", "\#($0 + 1)", "\#($1)", "CB1"]"# }
        try unit.sheet(#"["Họ và tên", "Ngày sinh", "Số thẻ", "Đoàn viên", "Chi bộ"],"# + rows.joined(separator: ","))
        #expect(try unit.dry().problems == ["D9"])
        #expect(
            try unit.members("Đoàn viên", flags: ["--accept-valid"]).map { $0[0] } == [
                "có", "có", "có", "có", "có", "không", "",
            ])
    }

    // MARK: Headings

    @Test func `headers: titles, merged and two-row headings, totals and signatures, cells merged over rows`() throws {
        try unit.sheet(
            #"""
            ["ĐẢNG BỘ TRƯỜNG", None, None, None, None, None], ["DANH SÁCH ĐẢNG VIÊN"], [],
            ["TT", "HỌ VÀ TÊN", "Số thẻ", "Ngày tháng năm", None, "Chi bộ"], [None, None, None, "Ngày sinh", "Ngày vào Đảng", None],
            [1, "Trần An", "1", "1980", "03/02/2010", "CB1"], [2, "Lê Bé", "2", "1981", "03/02/2011", None],
            [3, "Vũ Chi", "3", "1982", "03/02/2012", "CB2"], [None, "Tổng cộng: 3 đảng viên"], [], [None, None, None, None, "Hà Nội, ngày 30 tháng 6"],
            [None, "Người lập", None, None, "BÍ THƯ"], [None, "Nguyễn Lập", None, None, "Trần Thư"]
            """#,
            then:
                #"""
                for r in ("A1:F1", "A2:F2", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5",
                "F6:F7"): sheet.merge_cells(r)
                """#
        )
        #expect(
            try unit.members("Họ và tên", "Ngày vào Đảng", "Chi bộ") == [
                ["Trần An", "03/02/2010", "Chi bộ Khoa Toán"], ["Lê Bé", "03/02/2011", "Chi bộ Khoa Toán"],
                ["Vũ Chi", "03/02/2012", "Chi bộ Sinh viên 1"],
            ])
    }

    @Test(arguments: ["Họ tên", "Họ và tên", "HỌ TÊN ĐỒNG CHÍ"])
    func `header synonyms: other words are known and told, a mapping may add its own`(
        name: String
    ) throws {
        try unit.sheet(
            #"""
            ["\#(name)", "Sinh ngày", "Số TĐV", "Ngày KN", "Ngày CT", "CMND", "Đơn vị"],
            ["Trần An", "1980", "1", "03/02/2010", "03/02/2011", "012345678", "CB1"]
            """#
        )
        #expect(
            try unit.members(
                "Họ và tên", "Số thẻ đảng viên", "Ngày vào Đảng", "Ngày công nhận chính thức", "Số CCCD", "Chi bộ") == [
                    ["Trần An", "1", "03/02/2010", "03/02/2011", "012345678", "Chi bộ Khoa Toán"]
                ])
        #expect(try unit.dry().notes.contains("CB-I021"))
    }

    @Test func `header synonyms: a year under Nam or Nữ tells the sex and the year of birth`() throws {
        try unit.sheet(
            #"""
            ["Họ và tên", "Năm sinh", None, "Số thẻ", "Chi bộ"],
            [None, "Nam", "Nữ", None, None],
            ["Trần An", 1980, None, "1", "CB1"],
            ["Lê Bé", None, "1981", "2", "CB1"]
            """#,
            then: #"for r in ("A1:A2", "B1:C1", "D1:D2", "E1:E2"): sheet.merge_cells(r)"#)
        #expect(try unit.members("Ngày sinh", "Giới tính") == [["1980", "nam"], ["1981", "nữ"]])
    }

    // MARK: Branches and people

    @Test func `branch names: another name is suggested, becomes an alias with days, and is known by its days`() throws
    {
        try unit.sheet(
            Self.heads
                + #"""
                ["Trần An", "1980", None, None, "1", None, "CB SV1"],
                ["Lê Bé", "1981", None, None, "2", None, "Chi bộ SV số 1"],
                ["Vũ Chi", "1982", None, None, "3", None, "CB SV1"]
                """#
        )
        let report = try unit.dry()
        #expect(
            report.suggestions == [
                ["alias", "CB SV1", "Chi bộ Sinh viên 1"], ["alias", "Chi bộ SV số 1", "Chi bộ Sinh viên 1"],
            ])
        #expect(report.count("rejected") == 3)
        try unit.expectSuccess(unit.run("import", "ds", "ds.xlsx", "--suggestions", "dx.xlsx"))
        let marked = try Oracle.python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1]); sheet = book.active
            names = [cell.value for cell in sheet[1]]
            for row in sheet.iter_rows(min_row=2):
                row[0].value = "x"; row[names.index("Tên dùng đến ngày")].value = "31/12/2020"
            book.save(sys.argv[1])
            """, [unit.folder.file("dx.xlsx")])
        try #require(marked.status == 0, "\(marked.errors)")
        #expect(
            try unit.members("Chi bộ", flags: ["--decisions", "dx.xlsx"])
                == Array(repeating: ["Chi bộ Sinh viên 1"], count: 3))
        #expect(
            try unit.records("unit_alias", ["Tên gọi", "Dùng đến ngày"]) == [
                ["CB SV1", "31/12/2020"], ["Chi bộ SV số 1", "31/12/2020"],
            ])
        try unit.sheet(Self.heads + #"["Đỗ Dân", "1982", None, None, "4", None, "CB SV1"]"#)
        #expect(try unit.dry().count("rejected") == 1, "the name is not in use today")
        #expect(try unit.dry("--effective", "2019-05-01").count("added") == 1)
    }

    @Test func `addresses: the text is kept as it stands, three tiers or two`() throws {
        try unit.sheet(
            #"""
            ["Họ và tên", "Ngày sinh", "Số thẻ", "Quê quán", "Chi bộ"],
            ["Trần An", "1980", "1", "xã A, huyện B, tỉnh Hà Tây (cũ)", "CB1"],
            ["Lê Bé", "1981", "2", "phường C, tỉnh D", "CB1"]
            """#
        )
        #expect(try unit.members("Quê quán") == [["xã A, huyện B, tỉnh Hà Tây (cũ)"], ["phường C, tỉnh D"]])
    }

    @Test func `duplicates: a person in two branches is reported on both rows, and a person says which row goes`()
        throws
    {
        try unit.sheet(
            Self.heads
                + #"""
                ["Trần An", "1980", "nam", "001080000001", "1", None, "CB1"],
                ["Trần An", "1980", "nam", "001080000001", "1", None, "CB2"]
                """#
        )
        let report = try unit.dry()
        #expect(report.problems == ["2", "3"])
        #expect(report.suggestions == [["duplicate", "3", "2"], ["duplicate", "2", "3"]])
        // The second suggestion is accepted at the terminal: row 2 goes, and the branch of row 3 stays.
        let outcome = unit.run("import", "ds", "ds.xlsx", "--review", input: "k\nc\n")
        #expect(outcome.code == .success, "\(outcome.messages)\(outcome.output)")
        #expect(try unit.records("member", ["Họ và tên", "Chi bộ"]) == [["Trần An", "Chi bộ Sinh viên 1"]])
    }
}
