import ChiboDocument
import ChiboReports
import ChiboTestSupport
import Foundation
import Testing

/// Text that tries to be something else than text.
enum Hostile {
    static let texts = [
        "\u{1b}]0;title\u{7}\u{1b}[31mred\u{9b}2J\u{0}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
        "a|b||c\\|d `code` **bold** [x](javascript:alert(1)) ![i](x) # h\n# head\n---\n1. one\n- two\n| a | b |",
        "\"quotes\" 'single' \u{201C}curly\u{201D} ]]> --> ${x} $(y) {{z}}",
        "\u{202E}gnp.exe\u{202C} \u{2066}x\u{2069} \u{05D0}\u{05D1} \u{0627}\u{0644}",
        "👨‍👩‍👧‍👦 🇻🇳 e\u{301}\u{323} 漢字 \u{FEFF}" + String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90], as: UTF8.self),
        "=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=x", " =x", "\r=x", "＝1",
        "https://evil.example www.evil.example a@evil.example",
        "line one\r\nline two\u{2028}line three\u{B}four",
        "_x0041_ _x000D_",
        "",
    ]

    /// The texts in every place of a document that takes text.
    static var document: Document {
        let blocks = texts.flatMap { text -> [Block] in
            [
                .heading(Heading(level: 1, RichText(text), number: .fixed(text), id: text)),
                .paragraph(RichText(text), style: StyleName(text)),
                .paragraph(
                    RichText([
                        .link(RichText(text), to: .address(text)), .link(RichText(text), to: .anchor(text)),
                        .link(RichText(text), to: .address("javascript:alert(1)//" + text)),
                        .text(text, TextMarks([.bold, .italic])), .field(.reference(text)),
                        .footnote([.paragraph(RichText(text))]),
                    ])),
                .list(ItemList(.dash, [[.paragraph(RichText(text))]])), .group(text, title: text, [.pageBreak]),
                .table(table(text)), .chart(chart(text, .column)), .chart(chart(text, .donut)),
                .sheet(text, [.paragraph(RichText(text))]),
            ]
        }
        let title = texts.joined()
        return Document(
            meta: DocumentMeta(
                title: title, author: title, language: "vi\"><script>", classification: texts[1], isDraft: true),
            sections: [Section(blocks)])
    }

    private static func table(_ text: String) -> TableSpec {
        TableSpec(
            id: text, caption: text,
            columns: [
                TableColumn(text, text, under: [text]), TableColumn("money", text, .money, under: [text]),
            ],
            rows: [
                TableRow([TableCell(.text(text), source: text), TableCell(.money(5, currency: text))]),
                TableRow([TableCell(.code(text, label: text)), TableCell(.integer(-5))]),
            ], note: text)
    }

    private static func chart(_ text: String, _ kind: ChartSpec.Kind) -> ChartSpec {
        ChartSpec(
            kind, title: text, categoryTitle: text, categories: [text, "x"], series: [.init(text, [3, -2])],
            valueTitle: text, targets: [.init(text, 1)], note: text, alternative: text)
    }
}

@Suite struct `Text that tries to be something else` {
    private func render(_ format: ReportFormat, _ document: Document = Hostile.document) throws -> String {
        let options = RenderOptions(showsSources: true)
        return String(decoding: try Report.render(document, as: format, options: options).bytes, as: UTF8.self)
    }

    @Test(arguments: [ReportFormat.text, .markdown, .html])
    func `no control or direction character comes out`(format: ReportFormat) throws {
        for scalar in try render(format).unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 32 && !(0x7F..<0xA0).contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
            #expect(![0x200E, 0x200F, 0x202E, 0x202C, 0x2066, 0x2069, 0x2028].contains(scalar.value))
        }
    }

    @Test func `html stays valid and runs nothing`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(try render(.html), to: "a.html")
        let result = try Oracle.python(
            """
            import sys, html5lib
            tree = html5lib.HTMLParser(strict=True).parse(open(sys.argv[1], 'rb').read())
            ns = '{http://www.w3.org/1999/xhtml}'
            for e in tree.iter():
                if not isinstance(e.tag, str): continue
                tag = e.tag.split('}')[1]
                assert tag not in ('script', 'img', 'iframe', 'object', 'embed', 'base'), tag
                for name, value in e.attrib.items():
                    assert not name.lower().startswith('on'), name
                    if name == 'href': assert value[0] == '#' or value.startswith(('http://', 'https://', 'mailto:')), value
                    if name in ('src', 'action'): raise AssertionError(name)
            assert tree.attrib.get('lang'), tree.attrib
            text = ''.join(tree.itertext())
            assert '<script>alert(1)</script>' in text
            print('ok')
            """, [path])
        #expect(result.output == "ok\n", "\(result.errors)")
    }

    @Test func `markdown keeps data as text`() throws {
        let folder = try TemporaryFolder()
        let words = Hostile.texts.map { Block.paragraph(RichText($0 + " end")) }
        let rows = Hostile.texts.map { TableRow(values: [.text($0), "x"]) }
        let table = TableSpec(columns: [TableColumn("a", "A"), TableColumn("b", "B")], rows: rows)
        let path = try folder.write(try render(.markdown, Document(title: "", words + [.table(table)])), to: "a.md")
        let result = try Oracle.python(
            """
            import sys
            from markdown_it import MarkdownIt
            md = MarkdownIt('commonmark').enable(['table', 'strikethrough'])
            tokens = md.parse(open(sys.argv[1], encoding='utf-8').read())
            kinds = set()
            cells = 0
            for t in tokens:
                kinds.add(t.type)
                for c in t.children or []:
                    kinds.add(c.type)
                    if c.type == 'html_inline': assert c.content == '<br>', c.content
                cells += t.type == 'td_open'
            print(sorted(kinds - {'paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'html_inline',
                                  'hardbreak', 'softbreak'}), cells)
            """, [path])
        let expected = ["table", "tbody", "td", "th", "thead", "tr"].flatMap { ["\($0)_close", "\($0)_open"] }
        let list = "[" + expected.map { "'\($0)'" }.joined(separator: ", ") + "]"
        #expect(result.output == "\(list) \(Hostile.texts.count * 2)\n", "\(result.errors)")
    }

    @Test(arguments: RenderOptions.CSVSeparator.allCases)
    func `csv begins no field as a formula and is read back by Python`(separator: RenderOptions.CSVSeparator) throws {
        let folder = try TemporaryFolder()
        let rows = Hostile.texts.map { TableRow(values: [.text($0), -5, .decimal(FixedDecimal(-15, scale: 1))]) }
        let table = TableSpec(
            columns: [TableColumn("a", "=A"), TableColumn("b", "B"), TableColumn("c", "C")], rows: rows)
        let report = try Report.render(
            Document(title: "", [.table(table)]), as: .csv, options: RenderOptions(csvSeparator: separator))
        try Data(report.bytes).write(to: URL(fileURLWithPath: folder.file("a.csv")))
        let result = try Oracle.python(
            """
            import sys, csv
            raw = open(sys.argv[1], 'rb').read()
            assert raw.startswith(b'\\xef\\xbb\\xbf') and raw.endswith(b'\\r\\n')
            with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
                rows = list(csv.reader(f, delimiter=sys.argv[2], strict=True))
            assert all(len(r) == 3 for r in rows), rows
            for r in rows:
                assert not r[0].lstrip(' ').startswith(('=', '+', '-', '@', '\\t', '\\r', '＝')), r
            print(len(rows), rows[1][1], rows[1][2], rows[0][0])
            """, [folder.file("a.csv"), separator.rawValue])
        let decimal = separator == .semicolon ? "-1,5" : "-1.5"
        #expect(result.output == "\(Hostile.texts.count + 1) -5 \(decimal) '=A\n", "\(result.errors)")
    }

    @Test func `json gives the texts back as they were`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(try render(.json), to: "a.json")
        let expected = try folder.write(
            String(decoding: try JSONEncoder().encode(Hostile.texts), as: UTF8.self), to: "texts.json")
        let result = try Oracle.python(
            """
            import sys, json
            doc = json.load(open(sys.argv[1], encoding='utf-8'))
            texts = json.load(open(sys.argv[2], encoding='utf-8'))
            blocks = doc['sections'][0]['blocks']
            found = [b['rows'][0]['cells'][0]['value'] for b in blocks if b['block'] == 'table']
            print(found == texts)
            """, [path, expected])
        #expect(result.output == "True\n", "\(result.errors)")
    }

    @Test func `a workbook opens, and no text became a formula`() throws {
        let folder = try TemporaryFolder()
        try Report.write(Hostile.document, as: .xlsx, to: folder.file("a.xlsx"))
        let result = try Oracle.python(
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            names = [s.title for s in book]
            assert len({n.lower() for n in names}) == len(names), names
            assert all(0 < len(n) <= 31 for n in names), names
            kinds = {}
            for s in book:
                for row in s.iter_rows():
                    for c in row: kinds[c.data_type] = kinds.get(c.data_type, 0) + 1
            print(kinds.get('f', 0), len(names))
            """, [folder.file("a.xlsx")])
        #expect(result.output.hasPrefix("0 "), "\(result.output) \(result.errors)")
    }

    @Test(arguments: Report.availableFormats)
    func `words of a hundred thousand letters do no harm`(format: ReportFormat) throws {
        let long = String(repeating: "ắ", count: 50_000)
        let table = TableSpec(
            columns: [TableColumn("a", "A"), TableColumn("b", "B")],
            rows: [TableRow(values: [.text(long), .text(long)])])
        let chart = ChartSpec(.bar, title: long, categories: [long], series: [.init(long, [1])])
        let report = try Report.render(
            Document(title: long, [.heading(1, RichText(long)), .table(table), .chart(chart)]), as: format)
        #expect(report.bytes.count > 5_000)
    }
}
