import ChiboModel
import ChiboOffice
import ChiboTestSupport
import Foundation
import Testing

/// Workbooks made by openpyxl and XlsxWriter, read by ours.
struct XlsxReadingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `cells keep what their type, style and format say`() throws {
        let path = try OfficeSamples.make("all.xlsx", in: folder, python: Self.everything)
        let table = try firstTable(path)
        func value(_ row: Int, _ column: Int) -> CellValue {
            table.rows.first { $0.number == row }?[column: column] ?? .empty
        }
        #expect(value(1, 1) == .text("DANH SÁCH ĐẢNG VIÊN"))
        #expect(value(3, 1) == .text("0071234567"))
        #expect(value(3, 2) == .number(71_234_567, text: "0071234567"))
        #expect(value(3, 3) == .date(day("2023-05-19"), seconds: 0))
        #expect(value(3, 4) == .date(day("2023-05-19"), seconds: 8 * 3600 + 30 * 60))
        #expect(value(3, 5) == .boolean(true))
        #expect(value(3, 6) == .error("#N/A"))
        #expect(value(3, 7) == .formulaWithoutValue("A1+1"))
        #expect(value(3, 8) == .number(0.5, text: "0.5"))
        #expect(value(3, 9) == .number(79_200_000_012, text: "79200000012"))
        #expect(value(3, 10) == .text("dòng một\ndòng hai"))
        #expect(value(3, 11) == .number(0.3125, text: "07:30"))
        #expect(value(3, 12) == .date(day("1900-02-28"), seconds: 0))
        #expect(value(3, 13) == .text("chữ đậm nhạt"))
        #expect(value(3, 14) == .number(-5, text: "-5"), "a negative number is no date")
        #expect(value(5, 1) == .text("NguyÔn"))
        let old = table.rows.first { $0.number == 5 }
        #expect(old?.cell(1)?.font == ".VnTime")
        #expect(old?.isHidden == true)
        #expect(table.merges.map(\.description) == ["A1:D1", "B6:B7"])
        #expect(table.hiddenColumns == [5])
    }

    @Test func `sheets keep their order, names and whether they are hidden`() throws {
        let path = try OfficeSamples.make("all.xlsx", in: folder, python: Self.everything)
        let file = try Spreadsheet.open(path)
        #expect(file.sheets.map(\.name) == ["Đảng viên", "Ẩn"])
        #expect(file.sheets.map(\.isHidden) == [false, true])
        #expect(file.sheets.map(\.number) == [1, 2])
    }

    @Test func `a workbook that counts from 1904 gives the same days`() throws {
        let path = try OfficeSamples.make(
            "mac.xlsx", in: folder,
            python: """
                import sys, openpyxl, datetime
                from openpyxl.utils.datetime import CALENDAR_MAC_1904
                w = openpyxl.Workbook(); w.epoch = CALENDAR_MAC_1904
                w.active["A1"] = datetime.date(2023, 5, 19); w.save(sys.argv[1])
                """)
        #expect(try firstTable(path).rows[0][column: 1] == .date(day("2023-05-19"), seconds: 0))
    }

    @Test func `every day from 1900 to 2079 has the date that openpyxl gives it`() throws {
        let dates = try Oracle.python(
            """
            from openpyxl.utils.datetime import from_excel
            for serial in list(range(1, 60)) + list(range(61, 65600, 7)) + [2958465]:
                print(serial, from_excel(serial).date().isoformat())
            """)
        try #require(dates.status == 0, "\(dates.errors)")
        for line in dates.output.split(separator: "\n") {
            let parts = line.split(separator: " ")
            let serial = try #require(Double(parts[0]))
            #expect(DateSystem.from1900.date(serial: serial)?.day.iso == String(parts[1]))
            #expect(CalendarDate(iso: parts[1]).flatMap { DateSystem.serial($0) } == serial)
        }
        #expect(DateSystem.from1900.date(serial: 60) == nil, "29/02/1900 never was")
        #expect(DateSystem.from1900.date(serial: -1) == nil)
        #expect(DateSystem.from1900.date(serial: 1e300) == nil)
    }

    @Test(arguments: [
        ("General", NumberFormat.number), ("#,##0.00", .number), ("0.00E+00", .number), ("@", .text), ("0", .number),
        ("0000000000", .zeroPadded(10)), ("000-000", .zeroPadded(6)), ("dd/mm/yyyy", .date),
        ("[$-42A]dd mmmm yyyy;@", .date), ("[$-1010000]d/m/yyyy", .date), ("mm/yyyy", .date), ("mmm", .date),
        ("h:mm:ss", .time), ("[h]:mm", .time), ("mm:ss.0", .time), ("\"ngày\" 0", .number), ("[Red]0.0", .number),
        ("0.00%", .number), ("yyyy\\-mm\\-dd", .date), ("\"d\"0", .number), ("_-* #,##0\\ _₫_-", .number),
        ("dd/mm/yyyy h:mm", .date), ("", .number),
    ])
    func `a number format is told by its code`(code: String, expected: NumberFormat) {
        #expect(NumberFormat(code: code) == expected)
    }

    @Test func `every cell of a large mixed sheet equals what calamine reads`() throws {
        let path = try OfficeSamples.make(
            "mixed.xlsx", in: folder,
            python: """
                import sys, random, xlsxwriter
                random.seed(7); w = xlsxwriter.Workbook(sys.argv[1]); s = w.add_worksheet("Dữ liệu")
                letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ẤẦ<&>'\\"_x"
                for r in range(400):
                    for c in range(9):
                        k = random.randrange(5)
                        if k == 0: s.write_number(r, c, random.randrange(10**random.randrange(1, 15)))
                        elif k == 1: s.write_string(r, c, "".join(random.choice(letters) for _ in range(random.randrange(1, 40))))
                        elif k == 2: s.write_boolean(r, c, random.random() < 0.5)
                        elif k == 3: s.write_number(r, c, random.uniform(-1e6, 1e6))
                w.close()
                """)
        let oracle = try Oracle.python(
            """
            import sys, json
            from python_calamine import CalamineWorkbook
            rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python(skip_empty_area=False)
            print(json.dumps([["b:" + str(v) if isinstance(v, bool) else "n:" + float(v).hex()
              if isinstance(v, (int, float)) else "t:" + v for v in r] for r in rows]))
            """, [path])
        let expected = try #require(try JSONSerialization.jsonObject(with: Data(oracle.output.utf8)) as? [[String]])
        let table = try firstTable(path)
        for (index, row) in expected.enumerated() {
            let ours = table.rows.first { $0.number == index + 1 }
            for (column, text) in row.enumerated() {
                let value = ours?[column: column + 1] ?? .empty
                switch value {
                case .empty: #expect(text == "t:")
                case .text(let own): #expect(text == "t:" + own)
                case .boolean(let own): #expect(text == (own ? "b:True" : "b:False"))
                case .number(let own, _): #expect(Double(text.dropFirst(2)) == own)
                default: Issue.record("\(value)")
                }
            }
        }
    }

    @Test func `prefixes of elements and missing references do not matter`() throws {
        let path = try OfficeSamples.workbook(
            in: folder,
            parts: [
                "xl/worksheets/sheet1.xml": """
                <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
                <x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>hai</x:t></x:is></x:c></x:row>
                <x:row r="7"><x:c r="C7"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c><x:c r="A7"><x:v>0</x:v></x:c></x:row>
                </x:sheetData></x:worksheet>
                """
            ])
        let rows = try firstTable(path).rows
        #expect(rows.map(\.number) == [1, 7])
        #expect(rows[0].cells.map(\.value) == [.number(1, text: "1"), .text("hai")])
        #expect(rows[1].cells.map(\.column) == [1, 3, 4], "cells come by column whatever their order in the file")
    }

    @Test func `escapes in texts are undone and phonetic guides left out`() throws {
        let path = try OfficeSamples.workbook(
            in: folder,
            parts: [
                "xl/worksheets/sheet1.xml": OfficeSamples.sheet(
                    """
                    <row r="1"><c r="A1" t="inlineStr"><is><t>a_x000A_b_x0001__x005F_x0041_</t></is></c>
                    <c r="B1" t="inlineStr"><is><r><t>Hà </t></r><r><t>Nội</t></r><rPh><t>no</t></rPh></is></c>
                    <c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="d"><v>2023-05-19T07:00:00</v></c></row>
                    """)
            ])
        let row = try firstTable(path).rows[0]
        #expect(row[column: 1] == .text("a\nb_x0041_"))
        #expect(row[column: 2] == .text("Hà Nội"))
        #expect(row[column: 3] == .empty, "a formula that gave an empty text")
        #expect(row[column: 4] == .date(day("2023-05-19"), seconds: 25_200))
    }

    private static let everything = """
        import sys, openpyxl, datetime
        from openpyxl.styles import Font
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont
        w = openpyxl.Workbook(); s = w.active; s.title = "Đảng viên"
        s["A1"] = "DANH SÁCH ĐẢNG VIÊN"; s.merge_cells("A1:D1"); s.merge_cells("B6:B7")
        def put(c, v, f=None):
            s[c] = v
            if f: s[c].number_format = f
        put("A3", "0071234567"); put("B3", 71234567, "0000000000")
        put("C3", datetime.date(2023, 5, 19), "[$-42A]dd mmmm yyyy;@")
        put("D3", datetime.datetime(2023, 5, 19, 8, 30), "dd/mm/yyyy h:mm"); put("E3", True)
        s["F3"] = "#N/A"; s["F3"].data_type = "e"; s["G3"] = "=A1+1"
        put("H3", 0.5, "0%"); put("I3", 79200000012); put("J3", "dòng một\\ndòng hai")
        put("K3", datetime.time(7, 30)); put("L3", 59, "dd/mm/yyyy")
        s["M3"] = CellRichText("chữ ", TextBlock(InlineFont(b=True), "đậm"), " nhạt"); put("N3", -5, "dd/mm/yyyy")
        s["A5"] = "NguyÔn"; s["A5"].font = Font(name=".VnTime"); s.row_dimensions[5].hidden = True
        s.column_dimensions["E"].hidden = True
        h = w.create_sheet("Ẩn"); h.sheet_state = "hidden"; h["A1"] = 1
        w.save(sys.argv[1])
        """
}
