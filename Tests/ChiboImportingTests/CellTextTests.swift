import ChiboModel
import ChiboTestSupport
import Testing

@testable import ChiboImporting

/// Texts of cells, one by one.
struct CellTextTests {
    @Test(arguments: [
        ("19/05/2023", "2023-05-19"), ("9/5/2023", "2023-05-09"), ("19-5-2023", "2023-05-19"),
        ("19.05.2023", "2023-05-19"), ("2023-05-19", "2023-05-19"), ("2023/5/9", "2023-05-09"),
        ("19 / 05 / 2023", "2023-05-19"), ("ngày 19 tháng 5 năm 2023", "2023-05-19"),
        ("Ngày 19/5/2023", "2023-05-19"), ("tháng 3/1998", "1998-03"), ("Tháng 3 năm 1998", "1998-03"),
        ("03/1998", "1998-03"), ("1998-03", "1998-03"), ("1975", "1975"), ("năm 1975", "1975"),
        ("00/00/1956", "1956"), ("00/03/1998", "1998-03"), ("0/1956", "1956"), ("2023-05-19 00:00:00", "2023-05-19"),
        ("29/02/2024", "2024-02-29"),
    ])
    func `dates are read as offices write them`(text: String, iso: String) throws {
        #expect(try DateText.read(text, order: .dmy).iso == iso)
    }

    @Test(arguments: [
        "29/02/2023", "31/04/2023", "13/2023", "19/05/23", "19052023", "1/2/3/4", "abc", "", "//", "19/05/0223",
        "tháng",
        "5/2/99999", "99999999999999999999", "19/5/2023x", "Ⅻ/1998", "12/13/2023",
    ])
    func `what is no date is refused with a reason in both languages`(text: String) throws {
        let refusal = try #require(throws: CellRefusal.self) { try DateText.read(text, order: .dmy) }
        #expect(!refusal.reason.vi.isEmpty && !refusal.reason.en.isEmpty && refusal.suggestion != nil)
    }

    @Test func `every day comes back from every way of writing it`() throws {
        for number in stride(from: Int32(-25_000), to: 40_000, by: 37) {
            let day = CalendarDate(dayNumber: number)
            let (year, month, date) = day.components
            for text in ["\(date)/\(month)/\(year)", day.vietnamese, day.iso, "\(date).\(month).\(year)"] {
                #expect(try DateText.read(text, order: .dmy).exact == day)
            }
            #expect(try DateText.read("\(month)/\(date)/\(year)", order: .mdy).exact == day)
        }
    }

    @Test(arguments: [
        ("1350", 1350), ("1.350", 1350), ("1,350", 1350), ("1 350 000", 1_350_000), ("12,0", 12), ("-5", -5),
        ("12.00", 12),
        ("1.350.000", 1_350_000), ("-1.350", -1350),
    ])
    func `whole numbers are read with their separators`(text: String, number: Int64) {
        #expect(NumberText.whole(text) == number)
    }

    @Test(arguments: ["", "a", "1,5", "1.35", "12.3456", "--5", ".", "1.350,5", "1..2", "99999999999999999999"])
    func `what is no whole number is not read as one`(text: String) {
        #expect(NumberText.whole(text) == nil)
    }

    @Test func `tidying quickly gives what tidying slowly gives`() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "a", "Ấ", "ộ", " ", "  ", "\u{A0}", "\u{AD}", "\u{200B}", "e\u{301}", "\n", "\t", "đ", "\u{1680}", "ạ",
            "\u{1100}\u{1161}", "\u{1F71}", "\u{212B}", "\u{5D0}\u{5BC}", "\u{0958}",
            "x\u{7}",
        ]
        for _ in 0..<3000 {
            let text = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            #expect(
                Array(CellText.tidied(text).unicodeScalars) == Array(VietnameseText.tidied(text).unicodeScalars),
                "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test(arguments: [
        ("PGS.TS. Nguyễn Văn An", "Nguyễn Văn An"), ("TS Trần Bình", "Trần Bình"), ("ThS.Lê Hà", "Lê Hà"),
        ("Đ/c Vũ Tú", "Vũ Tú"), ("Đồng chí Vũ Tú", "Vũ Tú"), ("Nguyễn Văn A (Phó Bí thư)", "Nguyễn Văn A"),
        ("Nguyễn Văn Nam (B)", "Nguyễn Văn Nam (B)"), ("Tsan Thị Mỷ", "Tsan Thị Mỷ"), ("PGS.TS.", "PGS.TS."),
        ("Đc. Lê An", "Lê An"), ("Ông Ích Khiêm", "Ông Ích Khiêm"), ("GS", "GS"),
        ("Ts. Đỗ Đức (UVBCH, Trưởng khoa)", "Đỗ Đức"),
    ])
    func `titles and roles around a name are taken off`(text: String, name: String) {
        #expect(NameText.cleaned(text).name == name)
        #expect(NameText.cleaned(text).taken.isEmpty == (text == name))
    }

    @Test func `groups, subtotals and signatures are told from people`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            Họ và tên,CCCD,Ngày sinh,Quê quán
            1,2,3,4
            I. Chi bộ Khoa Toán,,,
            Công Văn An,001180000001,1980,Hà Nội
            Tống Số Bình,001180000002,1981,Hà Nội
            Cộng: 2,,,
            II. Chi bộ Khoa Lý,,,
            Danh Sách Chi,001180000003,1982,Huế
            Tổng cộng,3,,
            ,,"Hà Nội, ngày 30/6/2024",
            Người lập,,T/M ĐẢNG ỦY,
            (Ký),,,

            Nguyễn Thị Lập,,Trần Văn Ký,
            """, to: "groups.csv")
        let mapping = ImportMapping(
            id: "m", kind: .member,
            columns: [
                .init(heading: "Họ và tên", field: "full_name"), .init(heading: "CCCD", field: "national_id"),
                .init(heading: "Ngày sinh", field: "birth"), .init(heading: "Quê quán", field: "hometown.text"),
            ])
        let report = try TestRecords().read(path, mapping)
        #expect(report.problems.isEmpty)
        #expect(report.added.map(\.row) == [4, 5, 8])
        #expect(report.notes.first { $0.code == "CB-I023" }?.message.en.hasSuffix("3, 6, 7, 9, 10, 11, 12, 14") == true)
    }
}
