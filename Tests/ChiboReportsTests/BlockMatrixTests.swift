import ChiboDocument
import ChiboModel
import ChiboReports
import ChiboTestSupport
import Foundation
import Testing

/// One block of every kind, and the words and values that no format may lose.
struct BlockCase: Sendable {
    var name: String
    var block: Block
    /// What must come out, as a reader sees it.
    var essentials: [String]
    /// What must come out of csv: only tables and charts do.
    var records: [String] = []
    /// The warnings that a format owes.
    var warnings: [ReportFormat: Int] = [:]
    /// What must not come out of a format.
    var absent: [ReportFormat: [String]] = [:]

    static let paragraph: Block = .paragraph("Chữ trong khối")

    static var all: [BlockCase] {
        [
            BlockCase(
                name: "heading", block: .heading(2, "Tình hình chung", number: .fixed("II.")),
                essentials: ["II. Tình hình chung"]),
            BlockCase(
                name: "paragraph",
                block: .paragraph(
                    RichText([
                        .text("Đậm", TextMarks([.bold])), .text(" và ", TextMarks()),
                        .text("nghiêng", TextMarks([.italic, .underline, .strike], color: Color(rgb: 0xA61C1C))),
                        .text(" m", TextMarks()), .text("2", TextMarks([.superscript])), .lineBreak,
                        .field(.date(day)), .tab,
                        .link("trang Đảng bộ", to: .address("https://example.org/a?b=1&c=2")),
                        .footnote([.paragraph("Lời chú")]),
                    ])),
                essentials: ["Đậm và nghiêng m2", "09/02/2023", "trang Đảng bộ", "Lời chú"], warnings: [.xlsx: 1]),
            BlockCase(
                name: "list",
                block: .list(
                    ItemList(
                        .letter,
                        [
                            [.paragraph("mục một"), .list(.number, ["mục con"])], [.paragraph("mục hai")],
                            [.list(.bullet, ["chấm"]), .list(.dash, ["gạch"]), .list(.roman, ["la mã"])],
                            [.list(.plus, ["cộng"])],
                        ])),
                essentials: ["mục một", "mục con", "mục hai", "chấm", "gạch", "la mã", "cộng"]),
            BlockCase(
                name: "columns",
                block: .columns(
                    Columns([
                        .init(width: .millimetres(60), [.paragraph("Bên trái")]),
                        .init(width: .automatic, [.paragraph("Ở giữa")]), .init([.paragraph("Bên phải")]),
                    ])),
                essentials: ["Bên trái", "Ở giữa", "Bên phải"], warnings: [.markdown: 1]),
            BlockCase(
                name: "table", block: .table(table),
                essentials: [
                    "Bảng mẫu", "Chi bộ Một", "1.206", "12,50", "90,05 %", "1.250.000 đ", "09/02/2023", "05/1985", "Có",
                    "Đạt", "Lời ghi", "Tổng cộng", "0071234567",
                ],
                records: [
                    "Chi bộ Một", "1206", "12.50", "90.0498%", "1250000", "2023-02-09", "1985-05", "Có", "Đạt",
                    "0071234567",
                ], warnings: [.markdown: 1]),
            BlockCase(
                name: "chart",
                block: .chart(
                    ChartSpec(
                        .column, title: "Kết nạp", categoryTitle: "Quý", categories: ["Quý I", "Quý II"],
                        series: [.init("Nam", [3, 5]), .init("Nữ", [4, .empty])], valueTitle: "người",
                        targets: [.init("Cần", 4)], note: "Nguồn: sổ")),
                essentials: ["Kết nạp", "Quý I", "Quý II", "Nam", "Nữ", "Cần: 4", "Nguồn: sổ"],
                records: ["Quý", "Nam", "Nữ", "3", "5", "4"], warnings: [.markdown: 1, .xlsx: 1]),
            BlockCase(name: "rule", block: .rule(Rule(share: 0.5, stroke: .double)), essentials: []),
            BlockCase(name: "space", block: .space(12), essentials: []),
            BlockCase(name: "pageBreak", block: .pageBreak, essentials: [], warnings: [.xlsx: 1]),
            BlockCase(name: "keep", block: .keep([paragraph]), essentials: ["Chữ trong khối"]),
            BlockCase(
                name: "only", block: .only([.html, .json], [paragraph]), essentials: [],
                absent: [
                    .text: ["Chữ trong khối"], .markdown: ["Chữ trong khối"], .xlsx: ["Chữ trong khối"],
                    .csv: ["Chữ trong khối"],
                ]),
            BlockCase(name: "sheet", block: .sheet("Trang: một/hai", [paragraph]), essentials: ["Chữ trong khối"]),
            BlockCase(
                name: "group", block: .group("nhóm 1", title: "Nhóm", [paragraph, .paragraph(reference)]),
                essentials: ["Chữ trong khối", "xem Nhóm"]),
        ]
    }

    static let day = CalendarDate(dayNumber: 19_397)
    static let reference = RichText([.text("xem ", TextMarks()), .field(.reference("nhóm 1"))])

    static var table: TableSpec {
        let month = PartialDate(year: 1985, month: 5).map { Cell.partialDate($0) } ?? .empty
        let share = Quotient(1086, 1206).map { Cell.percent($0) } ?? .empty
        return TableSpec(
            id: "mau", caption: "Bảng mẫu",
            columns: [
                TableColumn("name", "Tên"), TableColumn("count", "Số", .integer, under: ["Giá trị"], total: .sum),
                TableColumn("decimal", "Thập phân", .decimal, under: ["Giá trị"]),
                TableColumn("share", "Tỷ lệ", .percent, under: ["Giá trị"]),
                TableColumn("money", "Đảng phí", .money), TableColumn("date", "Ngày", .date),
                TableColumn("month", "Tháng", .date), TableColumn("flag", "Có?", .boolean),
                TableColumn("code", "Kết quả", .code), TableColumn("card", "Số thẻ"),
            ],
            rows: [
                TableRow(values: [
                    "Chi bộ Một", 1206, .decimal(FixedDecimal(1250, scale: 2)), share,
                    .money(1_250_000, currency: "đ"), .date(day), month, true, .code("met", label: "Đạt"), "0071234567",
                ])
            ], note: "Lời ghi")
    }
}

@Suite struct `Every block in every format` {
    /// What a program that is not ours reads from the outputs, by the case's name.
    private func readBack(_ format: ReportFormat) throws -> [String: String] {
        let folder = try TemporaryFolder()
        for item in BlockCase.all {
            let document = Document(title: "Thử", [.paragraph("Đầu"), item.block, .paragraph("Cuối")])
            let report = try Report.render(document, as: format, options: RenderOptions(textWidth: 160))
            #expect(report.warnings.count == (item.warnings[format] ?? 0) + (format == .csv ? csvWarnings(item) : 0))
            for part in report.parts {
                try Data(part.bytes).write(to: URL(fileURLWithPath: folder.file(item.name + part.suffix)))
            }
        }
        let result = try Oracle.python(Self.readers, [format.rawValue, folder.path])
        #expect(result.errors == "")
        return try JSONDecoder().decode([String: String].self, from: Data(result.output.utf8))
    }

    private func csvWarnings(_ item: BlockCase) -> Int { item.records.isEmpty ? 2 : 1 }

    @Test(arguments: Report.availableFormats)
    func `nothing essential is lost`(format: ReportFormat) throws {
        let texts = try readBack(format)
        for item in BlockCase.all {
            let text = try #require(texts[item.name], "\(item.name)")
            for words in format == .csv ? item.records : item.essentials {
                #expect(text.contains(words), "\(format) \(item.name): \(words) in \(text)")
            }
            for words in item.absent[format] ?? [] { #expect(!text.contains(words), "\(format) \(item.name)") }
            if format != .csv { #expect(text.contains("Đầu") && text.contains("Cuối")) }
        }
    }

    /// Readers of each format, which print the text that a person sees as {name: text}.
    private static let readers = """
        import sys, os, json, csv, io, re
        fmt, folder = sys.argv[1:3]
        def html(b):
            import html5lib
            parser = html5lib.HTMLParser(strict=True)
            tree = parser.parse(b)
            body = tree.find('{http://www.w3.org/1999/xhtml}body')
            return ''.join(body.itertext()) + re.sub(r'\\s+', ' ', ''.join(body.itertext()))
        def markdown(b):
            from markdown_it import MarkdownIt
            import html5lib
            page = MarkdownIt('commonmark').enable('table').enable('strikethrough').render(b.decode())
            tree = html5lib.parse(page)
            return ''.join(tree.itertext())
        def csvtext(b):
            rows = list(csv.reader(io.StringIO(b.decode('utf-8-sig'), newline=''), strict=True))
            assert len({len(r) for r in rows}) <= 1, rows
            return '\\n'.join(f for r in rows for f in r)
        def walk(v):
            if isinstance(v, dict):
                out = []
                if v.get('block') == 'heading': out.append((v['number'] or '') + ' ' + v['text'])
                if v.get('block') == 'chart':
                    out += [f"{t['label']}: {t['value'].get('value')}" for t in v['targets']]
                return out + [s for x in v.values() for s in walk(x)]
            if isinstance(v, list): return [s for x in v for s in walk(x)]
            return [] if v is None else [str(v)]
        def jsontext(b):
            v = json.loads(b)
            assert v['schema'] == 'chibo.document/1'
            text = '\\n'.join(walk(v))
            return text
        def xlsx(b):
            import openpyxl
            book = openpyxl.load_workbook(io.BytesIO(b))
            out = []
            for sheet in book:
                for row in sheet.iter_rows():
                    for c in row:
                        if c.value is None: continue
                        f = c.number_format
                        v = c.value
                        if hasattr(v, 'strftime'): v = v.strftime('%d/%m/%Y')
                        elif isinstance(v, (int, float)):
                            d = len(f.split('.')[1].split('%')[0].split(' ')[0]) if '.' in f else 0
                            v = f'{v:.{d}%}' if '%' in f else f'{v:,.{d}f}' if '#,##0' in f else str(v)
                            v = v.translate(str.maketrans(',.', '.,')).replace('%', ' %')
                            if '"' in f: v += ' ' + f.split('"')[1]
                        out.append(str(v))
                for chart in sheet._charts:
                    out.append(chart.title.tx.rich.p[0].r[0].t)
            return '\\n'.join(out)
        read = {'text': lambda b: ' '.join(b.decode().split()), 'markdown': markdown, 'html': html, 'csv': csvtext,
                'json': jsontext, 'xlsx': xlsx}[fmt]
        result = {}
        for name in sorted(os.listdir(folder)):
            text = read(open(os.path.join(folder, name), 'rb').read()).replace('\\xa0', ' ')
            base = name.split('-')[0]
            result[base] = result.get(base, '') + text
        print(json.dumps(result))
        """
}
