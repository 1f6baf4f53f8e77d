import ChiboImporting
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// Rosters as offices make them, read into records.
struct RosterImportTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `an office's roster is read below its titles and above its signatures`() throws {
        var records = try Rosters.withUnits(folder)
        let report = try records.take(try Rosters.office(folder), Rosters.members)
        #expect(report.problems.isEmpty)
        #expect(report.rowCount == 4)
        #expect(report.added.map(\.row) == [8, 9, 10, 12])
        #expect(report.layout.headingRows == 5...6)
        #expect(report.layout.unused == ["STT", "Ghi chú"])
        let first = { records.value(.member, "M-000001", $0) }
        #expect(first("full_name") == "Nguyễn Thị Hòa")
        #expect(first("birth") == "1980-05-19")
        #expect(first("card_no") == "0071234567", "the number's format keeps its zeros")
        #expect(first("admitted_on") == "2010-02-03")
        #expect(first("official_on") == "2011-02-03")
        #expect(first("category") == "lecturer")
        #expect(records.value(.member, "M-000002", "full_name") == "Trần Văn Bình")
        #expect(records.value(.member, "M-000002", "birth") == "1975")
        #expect(records.value(.member, "M-000002", "card_no") == "0071234568")
        #expect(records.value(.member, "M-000002", "official_on") == "2004-05-19")
        #expect(records.value(.member, "M-000003", "birth") == "2002-03")
        #expect(records.value(.member, "M-000003", "union_member") == "true")
        #expect(records.value(.member, "M-000004", "birth") == "1956")
        #expect(records.value(.member, "M-000004", "admitted_on") == "1982-02-18", "a bare serial number")
        #expect(records.value(.member, "M-000004", "union_member") == "false")
    }

    @Test func `branches are found by name, short code and the name without its kind`() throws {
        var records = try Rosters.withUnits(folder)
        try records.take(try Rosters.office(folder), Rosters.members)
        let units = ["M-000001", "M-000002", "M-000003", "M-000004"].map { id in
            records.value(.member, id, "branch").flatMap { records.value(.unit, $0, "short_code") }
        }
        #expect(units == ["CB1", "CB1", "CB2", "CB2"])
    }

    @Test func `importing the same file twice changes nothing`() throws {
        var records = try Rosters.withUnits(folder)
        let path = try Rosters.office(folder)
        try records.take(path, Rosters.members)
        let before = records.version
        let again = try records.take(path, Rosters.members)
        #expect(again.changes?.assertions.isEmpty == true)
        #expect(again.untouched == 4 && again.added.isEmpty && again.changed.isEmpty && again.missing.isEmpty)
        #expect(records.version == before)
    }

    @Test func `a unit may stand above the unit that it belongs to`() throws {
        let records = try Rosters.withUnits(folder)
        #expect(records.value(.unit, "U-000001", "parent") == "U-000003")
        #expect(records.value(.unit, "U-000002", "parent") == "U-000003")
        #expect(records.value(.unit, "U-000003", "kind") == "grassroots_committee")
    }

    @Test func `a row that is rejected takes those with it that refer to it`() throws {
        let path = try folder.write(
            """
            Tên tổ chức,Ký hiệu,Cấp,Trực thuộc
            Chi bộ A,A,chi bộ,Đảng bộ B
            Đảng bộ B,B,cấp lạ,
            Chi bộ C,C,chi bộ,

            """, to: "units.csv")
        let report = try TestRecords().read(path, Rosters.units)
        #expect(report.changes == nil)
        #expect(report.problems.map(\.place) == ["D2", "C3"])
        #expect(report.problems[0].reason.vi == "không có tổ chức đảng nào mang tên hay số này")
        let valid = try TestRecords().read(path, Rosters.units, acceptsValid: true)
        #expect(valid.changes?.assertions.count == 1)
    }

    @Test func `headings in another order, case, unicode form and wording are found`() throws {
        let path = folder.file("other.xlsx")
        let made = try Oracle.python(
            """
            import sys, openpyxl, unicodedata
            w = openpyxl.Workbook(); w.active.append(["Trang bìa"]); s = w.create_sheet("DS  Đảng viên")
            s.append([unicodedata.normalize("NFD", h) for h in ["ĐƠN VỊ", "thành phần:", "Đoàn viên TNCS", "CCCD", "SỐ THẺ", "họ VÀ tên *", "năm sinh", "Kết nạp", "Chính thức"]])
            s.append([unicodedata.normalize("NFD", h) for h in ["Chi bộ Khoa Toán", "Giảng viên", "", "001180000001", "0071", "Nguyễn Thị Hoà", "1980", "03/02/2010", ""]])
            w.save(sys.argv[1])
            """, [path])
        try #require(made.status == 0, "\(made.errors)")
        var columns = Rosters.members.columns
        columns[4] = .init(heading: "Kết nạp", field: "admitted_on")
        columns[5] = .init(heading: "Chính thức", field: "official_on")
        let mapping = ImportMapping(
            id: "khac", kind: .member, sheet: .name("ds Đảng Viên"), key: ["national_id"], columns: columns)
        var records = try Rosters.withUnits(folder)
        let report = try records.take(path, mapping)
        #expect(
            records.value(.member, "M-000001", "full_name") == "Nguyễn Thị Hoà", "the name is kept as typed, composed")
        #expect(report.notes.map(\.code) == ["CB-I021"], "columns known by another wording are told")
    }

    @Test func `two-row headings of a text file are joined though it cannot merge cells`() throws {
        let path = try folder.write(
            """
            DANH SÁCH,,,,,,,,
            Họ và tên,Ngày sinh,Số CCCD,Số thẻ,Ngày tháng năm,,Chi bộ,Thành phần,Đoàn viên
            ,,,,Kết nạp,Chính thức,,,
            Lê An,01/02/1990,001090000001,0071,03/02/2015,03/02/2016,CB1,Chuyên viên,

            """, to: "roster.csv")
        var records = try Rosters.withUnits(folder)
        try records.take(path, Rosters.members)
        #expect(records.value(.member, "M-000001", "official_on") == "2016-02-03")
    }

    @Test func `every cell that cannot be read is told with its place, value and way out`() throws {
        let rows = """
            [
            [1, "Nguyễn Thị Hòa", "31/02/1980", "00118000001", "thẻ", "05/19/2010", "năm ngoái", "Khoa Tuán", "Giảng viênn", "có lẽ", None],
            [2, None, D(1905, 5, 28), "001180000002", "0071", "2010", 12345678.5, "=A1", "GV", None, None],
            [3, "Trần Bình", "19051980", "001180000003", "0072", "03/02/10", None, "Không có", "GV", None, None],
            [4, "Lê An", "1980", None, None, None, None, "CB1", "GV", None, None],
            ]
            """
        let report = try Rosters.withUnits(folder).read(try Rosters.office(folder, rows: rows), Rosters.members)
        #expect(report.changes == nil)
        let found = report.problems.map { "\($0.place) \($0.value) | \($0.reason.vi) | \($0.suggestion?.vi ?? "")" }
        #expect(
            found == [
                "C8 31/02/1980 | lịch không có ngày này | hãy đối chiếu hồ sơ gốc",
                "D8 00118000001 | số CCCD phải có 12 chữ số (CMND 9), ô này có 11 | có lẽ là “000118000001”",
                "E8 thẻ | ô không có chữ số nào | ",
                "F8 05/19/2010 | không có tháng 19 | có lẽ là “19/05/2010”",
                "G8 năm ngoái | không đọc được ngày | hãy ghi dạng dd/mm/yyyy",
                "H8 Khoa Tuán | không có tổ chức đảng nào mang tên hay số này | có lẽ là “Chi bộ Khoa Toán”",
                "I8 Giảng viênn | không có trong danh mục | có lẽ là “giảng viên”",
                "J8 có lẽ | không rõ là có hay không | hãy ghi x hoặc để trống",
                "B9  | ô bắt buộc còn trống | ",
                "C9 28/05/1905 | ô hiện ngày 28/05/1905 | có lẽ là “1975”",
                "F9 2010 | chỉ biết 2010, cần đủ ngày tháng năm | hãy ghi đủ dd/mm/yyyy, hoặc để trống",
                "G9 12345678.5 | không đọc được ngày | hãy ghi dạng dd/mm/yyyy",
                "H9 =A1 | công thức trong ô chưa được tính | hãy mở tệp bằng Excel hay LibreOffice rồi lưu lại",
                "C10 19051980 | ngày không có dấu phân cách | có lẽ là “19/05/1980”",
                "F10 03/02/10 | năm không đủ bốn chữ số | có lẽ là “03/02/2010”",
                "H10 Không có | không có tổ chức đảng nào mang tên hay số này | "
                    + "hãy nhập danh sách tổ chức đảng trước, hoặc sửa lại ô này",
                "11  | không đủ thông tin để biết đây là ai, cái gì | cần một trong các bộ: số CCCD; số thẻ đảng viên; "
                    + "họ và tên + ngày sinh + ngày vào Đảng",
            ])
        let diagnostic = try #require(report.problems.first).diagnostic
        #expect(diagnostic.message.en == "Đảng viên!C8 “Ngày sinh”: the calendar has no such day")
        #expect(diagnostic.arguments["row"] == "8")
    }

    @Test func `a column that writes the month first is found out and told`() throws {
        let path = try folder.write(
            "Họ và tên;CCCD;Ngày sinh\nLê An;001080000001;05/19/1980\nTrần Bê;001080000002;03/02/1981\n", to: "us.csv")
        let mapping = ImportMapping(
            id: "us", kind: .member,
            columns: [
                .init(heading: "Họ và tên", field: "full_name"), .init(heading: "CCCD", field: "national_id"),
                .init(heading: "Ngày sinh", field: "birth"),
            ])
        var records = TestRecords()
        let report = try records.take(path, mapping)
        #expect(records.value(.member, "M-000002", "birth") == "1981-03-02")
        #expect(report.notes.map(\.code) == ["CB-I024"])
    }

    @Test func `a title merged over the whole table is no part of the headings`() throws {
        let path = folder.file("title.xlsx")
        let made = try Oracle.python(
            """
            import sys, openpyxl
            w = openpyxl.Workbook(); s = w.active
            s["A1"] = "DANH SÁCH"; s.merge_cells("A1:C1"); s["A2"] = "(Năm 2023)"; s.merge_cells("A2:C2")
            s.append(["STT", "Họ và tên", "CCCD"]); s.append([1, "Lê An", "001080000001"]); w.save(sys.argv[1])
            """, [path])
        try #require(made.status == 0, "\(made.errors)")
        let mapping = ImportMapping(
            id: "m", kind: .member,
            columns: [
                .init(heading: "Họ và tên", field: "full_name"), .init(heading: "CCCD", field: "national_id"),
            ])
        let report = try TestRecords().read(path, mapping)
        #expect(report.layout.headingRows == 3...3)
        #expect(report.layout.unused == ["STT"])
        #expect(report.added.map(\.row) == [4])
    }

    @Test func `several columns may fill one field`() throws {
        let path = try folder.write(
            "Họ đệm,Tên,CCCD,Nam,Nữ\nNguyễn Thị,Hòa,001080000001,,1980\nLê,An,001080000002,1981,\nVũ,Tú,001080000003,1981,1982\n",
            to: "split.csv")
        let mapping = ImportMapping(
            id: "tach", kind: .member,
            columns: [
                .init(heading: "Họ đệm", field: "full_name"), .init(heading: "Tên", field: "full_name"),
                .init(heading: "CCCD", field: "national_id"), .init(heading: "Nam", field: "birth"),
                .init(heading: "Nữ", field: "birth"),
            ])
        var records = TestRecords()
        let report = try records.take(path, mapping, acceptsValid: true)
        #expect(records.value(.member, "M-000001", "full_name") == "Nguyễn Thị Hòa")
        #expect(records.value(.member, "M-000001", "birth") == "1980")
        #expect(records.value(.member, "M-000002", "birth") == "1981")
        #expect(report.problems.map(\.reason.en) == ["two columns give two values"])
    }

    @Test func `text in a legacy font is read as it looks`() throws {
        let path = folder.file("legacy.xlsx")
        let made = try Oracle.python(
            """
            import sys, openpyxl
            from openpyxl.styles import Font
            w = openpyxl.Workbook(); s = w.active; s.append(["Họ và tên", "CCCD"]); s.append(["NguyÔn ThÞ Hoa", "001080000001"])
            s.append(["Ñaëng Vaên Ñöùc", "001080000002"]); s["A2"].font = Font(name=".VnTime"); s["A3"].font = Font(name="VNI-Times")
            w.save(sys.argv[1])
            """, [path])
        try #require(made.status == 0, "\(made.errors)")
        let mapping = ImportMapping(
            id: "cu", kind: .member,
            columns: [
                .init(heading: "Họ và tên", field: "full_name"), .init(heading: "CCCD", field: "national_id"),
            ])
        var records = TestRecords()
        try records.take(path, mapping)
        #expect(records.value(.member, "M-000001", "full_name") == "Nguyễn Thị Hoa")
        #expect(records.value(.member, "M-000002", "full_name") == "Đặng Văn Đức")
    }

    @Test func `references, listed values and constants of other kinds are read`() throws {
        var records = try Rosters.withUnits(folder)
        try records.take(try Rosters.office(folder), Rosters.members)
        let mapping = ImportMapping(
            id: "xep-loai", kind: .rating,
            columns: [
                .init(heading: "Số thẻ", field: "member", conversion: .byName),
                .init(
                    heading: "Mức", field: "level",
                    conversion: .values(["Loại 1": "excellent", "Loại 2": "good"])),
            ], constants: ["year": .integer(2023)])
        let path = try folder.write(
            "Số thẻ,Mức\n0071234567,loại 1\n0071234568,LOẠI 2\n0071234570,Loại 3\n", to: "r.csv")
        let report = try records.read(path, mapping, acceptsValid: true)
        #expect(report.problems.map(\.reason.vi) == ["ánh xạ không có giá trị này"])
        #expect(report.changes?.assertions.map(\.from?.iso) == ["2023-12-31", "2023-12-31"])
        records.commit(try #require(report.changes))
        #expect(records.value(.rating, "R-000001", "level") == "excellent")
        #expect(try records.read(path, mapping, acceptsValid: true).untouched == 2)
    }
}
