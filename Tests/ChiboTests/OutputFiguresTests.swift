import Chibo
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// The figures of 2023 as programs that are not ours read them in the files.
@Suite struct OutputFiguresTests {
    /// Reads a report in three formats and prints, for each, the cells of its tables and the words around them.
    private static let reader = """
        import sys, json, html5lib, openpyxl
        folder, name = sys.argv[1:]

        def squeeze(text): return " ".join(str(text).replace("\\u00a0", " ").split())

        def workbook():
            book = openpyxl.load_workbook(f"{folder}/{name}.xlsx", data_only=True)
            for sheet in book:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value is None: continue
                        value = cell.value
                        if isinstance(value, (int, float)) and "%" in cell.number_format:
                            places = len(cell.number_format.partition(".")[2].partition("%")[0].strip(' "'))
                            value = f"{value * 100:.{max(places, 2)}f}".rstrip("0").rstrip(".").replace(".", ",") + " %"
                        yield squeeze(value)

        def page():
            tree = html5lib.parse(open(f"{folder}/{name}.html", encoding="utf-8"), namespaceHTMLElements=False)
            for element in tree.iter():
                if element.tag in ("td", "th", "p", "li"): yield squeeze("".join(element.itertext()))

        def texts(value):
            if isinstance(value, dict):
                for inner in value.values(): yield from texts(inner)
            elif isinstance(value, list):
                for inner in value: yield from texts(inner)
            elif value is not None: yield squeeze(value)

        def data(): yield from texts(json.load(open(f"{folder}/{name}.json", encoding="utf-8")))

        print(json.dumps({"xlsx": list(workbook()), "html": list(page()), "json": list(data())}))
        """

    private static func read(_ report: String) throws -> [String: [String]] {
        let (host, _) = try MainJobTests.importedHost()
        let folder = try TemporaryFolder()
        _ = try host.write(report, to: folder.path, formats: [.xlsx, .html, .json], period: Period(year: 2023))
        let result = try Oracle.python(reader, [folder.path, report])
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode([String: [String]].self, from: Data(result.output.utf8))
    }

    @Test func `the report on the plan has the same figures in xlsx, html and json`() throws {
        let found = try Self.read("ket-qua-ke-hoach-nam")
        #expect(found.keys.sorted() == ["html", "json", "xlsx"])
        for (format, cells) in found {
            for figure in ["97,5 %", "39/40", "thiếu 3", "90,05 %", "1086/1206"] {
                #expect(cells.contains(figure), "\(format) has no \(figure)")
            }
        }
    }

    @Test func `the report on meetings has the same figures in xlsx, html and json`() throws {
        for (format, cells) in try Self.read("sinh-hoat-chuyen-de") {
            #expect(
                cells.contains { $0.hasPrefix("39/40 chi bộ có từ 4 buổi") && $0.contains("(97,5 %)") }, "\(format)")
            #expect(cells.contains("179"), "\(format): the meetings of the year")
        }
    }

    @Test func `the same numbers come from a program that counts the sheets itself`() throws {
        let (host, folder) = try MainJobTests.importedHost()
        let result = try Oracle.python(
            """
            import sys, openpyxl, collections
            sheet = openpyxl.load_workbook(sys.argv[1] + "/sinh-hoat.xlsx").active
            rows = [[c for c in row] for row in sheet.iter_rows(values_only=True)]
            top = next(i for i, row in enumerate(rows) if "STT" in row)
            heads = rows[top]
            branch = next(i for i, h in enumerate(heads) if h and "Chi bộ" in str(h))
            words = collections.Counter()
            for row in rows[top + 1:]:
                if not isinstance(row[0], int): continue
                text = " ".join(str(c) for c in row)
                if "2023" in text and "chuyên đề" in text.lower(): words[row[branch]] += 1
            print(sum(words.values()), sum(1 for n in words.values() if n >= 4), len(words))
            """, [folder.path])
        #expect(result.output == "179 39 40\n", "\(result.errors)")
        let allocation = try host.allocate("ket-nap", period: Period(year: 2023))
        #expect(allocation.total == 100 && allocation.lines.reduce(0) { $0 + $1.quota } == 100)
    }
}
