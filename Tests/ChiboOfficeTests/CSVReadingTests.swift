import ChiboModel
import ChiboOffice
import ChiboTestSupport
import Foundation
import Testing

/// Text files of separated values.
struct CSVReadingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func texts(_ path: String) throws -> [[String]] {
        try firstTable(path).rows.map { row in
            (1...(row.cells.last?.column ?? 1)).map { row[column: $0].text ?? "" }
        }
    }

    @Test(arguments: [",", ";", "\t"])
    func `the delimiter is found`(delimiter: String) throws {
        let text = """
            DANH SÁCH ĐẢNG VIÊN, năm 2023
            STT|Họ và tên|Địa chỉ
            1|Nguyễn Thị Hòa|"Số 1, phố A; Hà Nội"
            2|Trần Văn "Bình"|"ngõ ""5""
            tổ 3"
            """
        let path = try folder.write(text.replacing("|", with: delimiter), to: "list.csv")
        let rows = try texts(path)
        #expect(rows[1] == ["STT", "Họ và tên", "Địa chỉ"])
        #expect(rows[2][2] == "Số 1, phố A; Hà Nội")
        #expect(rows[3] == ["2", "Trần Văn \"Bình\"", "ngõ \"5\"\ntổ 3"])
    }

    @Test func `rows are numbered as a spreadsheet program shows them`() throws {
        let path = try folder.write("a,\"b\nc\"\r\n\r\nd,e\r\n", to: "rows.csv")
        let table = try firstTable(path)
        #expect(table.rows.map(\.number) == [1, 3])
        let declared = try folder.write("sep=;\na;b,c\n", to: "sep.csv")
        #expect(try texts(declared) == [["a", "b,c"]])
        #expect(try firstTable(declared).rows[0].number == 2)
    }

    @Test(arguments: ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom"])
    func `unicode encodings with and without a mark are read`(encoding: String) throws {
        let path = try OfficeSamples.make(
            "\(encoding).csv", in: folder,
            python: """
                import sys
                text = "Họ tên;Số thẻ\\nNguyễn Văn Đức 🎓;0071\\n"
                name = "\(encoding)"
                data = b"\\xfe\\xff" + text.encode("utf-16-be") if name.endswith("bom") else text.encode(name)
                open(sys.argv[1], "wb").write(data)
                """)
        #expect(try texts(path) == [["Họ tên", "Số thẻ"], ["Nguyễn Văn Đức 🎓", "0071"]])
    }

    @Test func `another encoding is refused with its line and byte, and with the way out`() throws {
        let path = folder.file("old.csv")
        try Data("STT,Ten\n1,Nguy".utf8 + [0xD4, 0x6E]).write(to: URL(fileURLWithPath: path))
        let error = try readingError(path)
        #expect(error.kind == .encoding)
        #expect(error.line == 2)
        #expect(error.message.vi.contains("byte thứ 7 của dòng là 0xD4"))
        #expect(error.message.en.contains("CSV UTF-8"))
    }

    @Test func `a quotation mark that is never closed names its line`() throws {
        let error = try readingError(try folder.write("a,b\nc,\"d\ne,f\n", to: "open.csv"))
        #expect(error.kind == .damaged)
        #expect(error.line == 2)
    }

    @Test func `zero bytes and 16 bit text without a mark are refused`() throws {
        let path = folder.file("zero.csv")
        try Data([0x61, 0, 0x2C, 0, 0x62, 0]).write(to: URL(fileURLWithPath: path))
        #expect(try readingError(path).kind == .encoding)
    }

    @Test func `random tables that Python writes come back whole`() throws {
        let path = folder.file("random.csv")
        let made = try Oracle.python(
            """
            import sys, csv, json, random
            random.seed(5); letters = "aăđê,;\\t\\"'\\n 0"
            rows = [["x" + "".join(random.choice(letters) for _ in range(random.randrange(12))) for _ in range(6)] for _ in range(300)]
            csv.writer(open(sys.argv[1], "w", newline="", encoding="utf-8")).writerows(rows); print(json.dumps(rows))
            """, [path])
        let expected = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [[String]])
        #expect(try texts(path) == expected)
    }

    @Test func `a file without a byte is no sheet, and blank lines are no rows`() throws {
        let empty = try folder.write("", to: "empty.csv")
        let error = try #require(throws: OfficeError.self) { try Spreadsheet.open(empty) }
        #expect(error.kind == .damaged)
        #expect(try firstTable(try folder.write("\n", to: "blank.csv")).rows.isEmpty)
    }
}
