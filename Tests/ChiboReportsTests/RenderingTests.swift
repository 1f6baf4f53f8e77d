import ChiboDocument
import ChiboModel
import ChiboReports
import ChiboTestSupport
import Foundation
import Testing

@Suite struct `Rendering and saving` {
    @Test(arguments: Report.availableFormats)
    func `the same document gives the same bytes in every task`(format: ReportFormat) async throws {
        let documents = [SampleReports.planResults, SampleReports.meetings, Hostile.document]
        for document in documents {
            let first = try Report.render(document, as: format)
            try await withThrowingTaskGroup(of: RenderedReport.self) { group in
                for _ in 0..<4 { group.addTask { try Report.render(document, as: format) } }
                for try await report in group { #expect(report == first) }
            }
        }
    }

    @Test func `formats have names that people use`() {
        #expect(ReportFormat(named: "MD") == .markdown)
        #expect(ReportFormat(named: "Excel") == .xlsx)
        #expect(ReportFormat(named: "txt") == .text)
        #expect(ReportFormat(named: "odt") == nil)
    }

    @Test func `a format of a later build is refused with the ones that are there`() throws {
        let error = #expect(throws: ReportError.formatNotAvailable(.pdf)) {
            try Report.render(SampleReports.planResults, as: .pdf)
        }
        #expect(error?.message.vi.contains("text, markdown, html, csv, json, xlsx") == true)
    }

    @Test func `a table that cannot be laid out stops the report with its place`() throws {
        let table = TableSpec(id: "t", columns: [TableColumn("a", "A")], rows: [["x", "y"]])
        for format in Report.availableFormats {
            let error = #expect(throws: ReportError.self) {
                try Report.render(Document(title: "", [.table(table)]), as: format)
            }
            #expect(
                error?.message.vi
                    == "Bảng “t”, hàng 1, cột 2: hàng vượt quá 1 cột của bảng; hãy bớt ô hoặc giảm colspan")
        }
    }

    @Test func `several tables make several csv files, readable by their owner only`() throws {
        let folder = try TemporaryFolder()
        let (files, warnings) = try Report.write(SampleReports.meetings, as: .csv, to: folder.file("bao.cao.csv"))
        #expect(files == (1...5).map { folder.file("bao.cao-\($0).csv") })
        #expect(warnings.count == 1)
        for file in files {
            let facts = try FileManager.default.attributesOfItem(atPath: file)
            #expect((facts[.posixPermissions] as? Int) == 0o600)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 5)
    }

    @Test func `a failed save leaves the old file and nothing else`() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "keep/a.txt")
        let error = #expect(throws: ReportError.self) {
            try Report.write(SampleReports.planResults, as: .text, to: folder.file("keep"))
        }
        #expect(error?.message.en.contains("replace \(folder.file("keep"))") == true)
        #expect(throws: ReportError.self) {
            try Report.write(SampleReports.planResults, as: .text, to: folder.file("missing/a.txt"))
        }
        #expect(try String(contentsOfFile: folder.file("keep/a.txt"), encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["keep"])
    }

    @Test func `an older file is replaced whole`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(String(repeating: "x", count: 1_000_000), to: "a.json")
        try Report.write(SampleReports.planResults, as: .json, to: path)
        #expect(
            FileManager.default.contents(atPath: path).map { [UInt8]($0) }
                == (try Report.render(SampleReports.planResults, as: .json).bytes))
    }

    @Test func `every line of a boxed table is equally wide`() throws {
        let folder = try TemporaryFolder()
        let rows = Hostile.texts.map { TableRow(values: [.text($0), .integer(12), .text($0 + $0)]) }
        let columns = [
            TableColumn("a", "Một"), TableColumn("b", "Hai", .integer, under: ["漢字"], total: .sum),
            TableColumn("c", "Ba", under: ["漢字"]),
        ]
        let table = TableSpec(columns: columns, rows: rows + rows, mergeRepeats: ["b"])
        let report = try Report.render(
            Document(title: "", [.table(table)]), as: .text, options: RenderOptions(textWidth: 70))
        try Data(report.bytes).write(to: URL(fileURLWithPath: folder.file("a.txt")))
        let result = try Oracle.python(
            """
            import sys, wcwidth
            lines = open(sys.argv[1], encoding='utf-8').read().splitlines()
            print(len(lines) > 20, {wcwidth.wcswidth(l) for l in lines})
            """, [folder.file("a.txt")])
        #expect(result.output == "True {70}\n", "\(result.errors)")
    }
}

@Suite struct `Values that stay values` {
    @Test func `a workbook holds numbers, days and formulas, and prints as asked`() throws {
        let folder = try TemporaryFolder()
        let table = BlockCase.table
        try Report.write(
            Document(
                meta: DocumentMeta(title: "Thử: 1/2"),
                sections: [Section(page: PageSetup(isLandscape: true), [.table(table)])]),
            as: .xlsx, to: folder.file("a.xlsx"))
        let result = try Oracle.python(
            """
            import sys, openpyxl, datetime
            book = openpyxl.load_workbook(sys.argv[1])
            cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
            s = book.active
            rows = {c.value: c for row in s.iter_rows() for c in row if c.value is not None}
            r = rows['Chi bộ Một'].row
            line = [s.cell(r, c) for c in range(1, 11)]
            print([c.value for c in line])
            print([c.number_format for c in line])
            total = s.cell(r + 1, 2)
            print(total.value, cached.active.cell(r + 1, 2).value)
            print(s.title, s.freeze_panes, s.page_setup.orientation, s.page_setup.fitToHeight, s.sheet_properties.pageSetUpPr.fitToPage)
            print(sorted(str(m) for m in s.merged_cells.ranges))
            """, [folder.file("a.xlsx")])
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == 5, "\(result.errors)")
        #expect(
            lines[0] == "['Chi bộ Một', 1206, 12.5, 0.900497512437811, 1250000, datetime.datetime(2023, 2, 9, 0, 0), "
                + "'05/1985', 'Có', 'Đạt', '0071234567']")
        #expect(
            lines[1] == "['General', '#,##0', '#,##0.00', '0.00%', '#,##0 \"đ\"', 'dd/mm/yyyy', 'General', 'General', "
                + "'General', 'General']")
        #expect(lines[2] == "=SUBTOTAL(9,B4:B4) 1206")
        #expect(lines[3] == "Thử- 1-2 A4 landscape 0 True")
        #expect(lines[4].contains("'B2:D2'") && lines[4].contains("'A2:A3'"))
    }

    @Test func `groups sum as formulas that a spreadsheet computes alike`() throws {
        let folder = try TemporaryFolder()
        try Report.write(SampleReports.meetings, as: .xlsx, to: folder.file("a.xlsx"))
        let result = try Oracle.python(
            """
            import sys, openpyxl, re
            f = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
            v = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
            checked = 0
            for row in f.iter_rows():
                for c in row:
                    m = re.fullmatch(r'=SUBTOTAL\\(9,([A-Z]+)(\\d+):[A-Z]+(\\d+)\\)', str(c.value))
                    if not m: continue
                    cells = [f[f'{m[1]}{r}'].value for r in range(int(m[2]), int(m[3]) + 1)]
                    assert sum(x for x in cells if isinstance(x, int)) == v[c.coordinate].value, c.coordinate
                    checked += 1
            print(checked, len(f._charts))
            """, [folder.file("a.xlsx")])
        #expect(result.output == "24 4\n", "\(result.errors)")
    }

    @Test func `json keeps both counts of a share and the digits of a decimal`() throws {
        let report = try Report.render(Document(title: "", [.table(BlockCase.table)]), as: .json)
        let folder = try TemporaryFolder()
        let path = try folder.write(String(decoding: report.bytes, as: UTF8.self), to: "a.json")
        let result = try Oracle.python(
            """
            import sys, json
            t = json.load(open(sys.argv[1], encoding='utf-8'))['sections'][0]['blocks'][0]
            cells = {c['column']: c for c in t['rows'][0]['cells']}
            cells['share'].pop('text')
            print(cells['share'])
            print(cells['decimal'], cells['count'], cells['code'], cells['date'], cells['month'])
            """, [path])
        let lines = result.output.split(separator: "\n")
        let counts = "'numerator': 1086, 'denominator': 1206, 'percent': '90.0498'"
        let share = "{'column': 'share', 'type': 'percent', \(counts)}"
        #expect(lines.first.map { String($0) } == share, "\(result.errors)")
        #expect(lines.last?.contains("'type': 'decimal', 'value': '12.50'") == true)
        #expect(lines.last?.contains("'type': 'date', 'value': '2023-02-09'") == true)
    }
}
