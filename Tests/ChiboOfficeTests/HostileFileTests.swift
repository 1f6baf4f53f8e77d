import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

@testable import ChiboOffice

/// Files that are broken or meant to break something: each ends in an error that says what to do, never in a crash.
struct HostileFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a file that is not there is said to be missing`() throws {
        let error = try readingError(folder.file("none.xlsx"))
        #expect(error.kind == .missing)
        #expect(error.message.vi.contains("không có tệp này"))
        #expect(error.message.en.hasPrefix(folder.file("none.xlsx")))
    }

    @Test func `a pipe under a spreadsheet's name is refused and waits for nobody`() throws {
        let path = folder.file("pipe.xlsx")
        unsafe #expect(mkfifo(path, 0o600) == 0)
        #expect(try readingError(path).kind == .otherFormat)
    }

    @Test func `a workbook cut off anywhere is damaged`() throws {
        let path = try OfficeSamples.workbook(
            in: folder, parts: ["xl/worksheets/sheet1.xml": OfficeSamples.sheet("<row><c><v>1</v></c></row>")])
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for count in stride(from: 4, to: whole.count, by: 97) {
            let cut = folder.file("cut.xlsx")
            try whole.prefix(count).write(to: URL(fileURLWithPath: cut))
            #expect(try readingError(cut).kind == .damaged)
        }
    }

    @Test func `random garbling never crashes`() throws {
        let path = try OfficeSamples.make(
            "good.xlsx", in: folder,
            python: """
                import sys, openpyxl
                w = openpyxl.Workbook()
                for r in range(30): w.active.append(["Đảng viên", r, r / 7, True, None])
                w.save(sys.argv[1])
                """)
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var random = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var garbled = whole
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                garbled[Int.random(in: garbled.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let file = folder.file("garbled.xlsx")
            try Data(garbled).write(to: URL(fileURLWithPath: file))
            do {
                let opened = try Spreadsheet.open(file)
                for sheet in opened.sheets { _ = try opened.table(of: sheet) }
            } catch {
                #expect(!error.reason.vi.isEmpty && !error.advice.en.isEmpty)
            }
        }
    }

    @Test func `random garbling of the sheet inside a sound archive never crashes`() throws {
        let made = try Oracle.python(
            """
            import sys, random, zipfile, openpyxl, io
            random.seed(23); w = openpyxl.Workbook()
            for r in range(12): w.active.append(["Đảng viên", r, r / 7, True, "=A1"])
            w.active.merge_cells("A1:B2"); whole = io.BytesIO(); w.save(whole); z = zipfile.ZipFile(whole)
            parts = {n: z.read(n) for n in z.namelist()}
            targets = [n for n in parts if n.endswith((".xml", ".rels")) and "theme" not in n]
            for i in range(150):
                name = random.choice(targets); data = bytearray(parts[name])
                for _ in range(random.randrange(1, 6)):
                    k = random.randrange(4); at = random.randrange(len(data))
                    if k == 0: data[at] = random.randrange(256)
                    elif k == 1: del data[at:at + random.randrange(1, 30)]
                    elif k == 2: data[at:at] = random.choice([b"<c r='A1'>", b"</row>", b"&#0;", b"<row r='-1'>", b"9" * 30, b'"', b"<v>"])
                    else: data[at:at] = data[at:at + 40]
                with zipfile.ZipFile("%s/%d.xlsx" % (sys.argv[1], i), "w") as out:
                    for n, d in parts.items(): out.writestr(n, bytes(data) if n == name else d)
            """, [folder.path])
        try #require(made.status == 0, "\(made.errors)")
        var refused = 0
        for number in 0..<150 {
            do {
                let opened = try Spreadsheet.open(folder.file("\(number).xlsx"))
                for sheet in opened.sheets { _ = try opened.table(of: sheet) }
            } catch {
                refused += 1
                #expect(!error.reason.vi.isEmpty)
            }
        }
        #expect(refused > 50)
    }

    @Test func `a zip bomb is refused before it is unpacked`() throws {
        let path = try OfficeSamples.make(
            "bomb.xlsx", in: folder,
            python: """
                import sys, zipfile
                with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
                    z.writestr("xl/workbook.xml", "<workbook/>")
                    z.writestr("xl/worksheets/sheet1.xml", b" " * (300 << 20))
                """)
        let started = ContinuousClock.now
        let error = try readingError(path)
        #expect(error.kind == .tooLarge)
        #expect(error.part == "xl/worksheets/sheet1.xml")
        #expect(ContinuousClock.now - started < .milliseconds(200), "nothing was unpacked")
    }

    @Test func `a bomb that lies about its size is stopped while unpacking`() throws {
        let path = try OfficeSamples.make(
            "liar.xlsx", in: folder,
            python: """
                import sys, zipfile, struct
                with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
                    z.writestr("xl/workbook.xml", b"<workbook>" + b" " * (40 << 20) + b"</workbook>")
                data = bytearray(open(sys.argv[1], "rb").read())
                at = data.rindex(b"PK\\x01\\x02"); data[at + 24:at + 28] = struct.pack("<I", 1000)
                data[22:26] = struct.pack("<I", 1000); open(sys.argv[1], "wb").write(data)
                """)
        #expect([.tooLarge, .damaged].contains(try readingError(path).kind))
    }

    @Test func `limits on parts and on the sum of their sizes hold`() throws {
        let path = try OfficeSamples.workbook(in: folder, parts: [:])
        var few = ArchiveLimits()
        few.parts = 2
        #expect(try readingError(path, limits: few).kind == .tooLarge)
        var small = ArchiveLimits()
        small.totalBytes = 100
        #expect(try readingError(path, limits: small).kind == .tooLarge)
        var part = ArchiveLimits()
        part.partBytes = 50
        #expect(try readingError(path, limits: part).kind == .tooLarge)
    }

    @Test(arguments: [
        "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>",
        "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>",
    ])
    func `a document type is refused`(sheet: String) throws {
        let path = try OfficeSamples.workbook(in: folder, parts: ["xl/worksheets/sheet1.xml": sheet])
        let error = try readingError(path)
        #expect(error.kind == .forbidden)
        #expect(error.message.en.contains("DOCTYPE"))
    }

    @Test func `elements nested by the thousand are refused`() throws {
        let sheet = String(repeating: "<a>", count: 50_000) + String(repeating: "</a>", count: 50_000)
        let path = try OfficeSamples.workbook(in: folder, parts: ["xl/worksheets/sheet1.xml": sheet])
        #expect(try readingError(path).kind == .forbidden)
    }

    @Test(arguments: [
        "<row r=\"99999999999\"><c><v>1</v></c></row>", "<row r=\"0\"><c><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"hello\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>1e999</v></c></row>",
        "<row><c></row>", "<row r=\"1048577\"/>",
    ])
    func `wrong references and values are damage with a line`(rows: String) throws {
        let path = try OfficeSamples.workbook(
            in: folder, parts: ["xl/worksheets/sheet1.xml": OfficeSamples.sheet("\n" + rows)])
        let error = try readingError(path)
        #expect(error.kind == .damaged)
        #expect(error.part == "xl/worksheets/sheet1.xml")
        #expect(error.line == 2)
    }

    @Test func `a row of more columns than a sheet has is damage`() throws {
        let row = "<row r=\"1\">" + String(repeating: "<c><v>1</v></c>", count: 100_000) + "</row>"
        let path = try OfficeSamples.workbook(
            in: folder, parts: ["xl/worksheets/sheet1.xml": OfficeSamples.sheet(row)])
        #expect(try readingError(path).kind == .damaged)
    }

    @Test func `merged ranges and styles that make no sense are damage or ignored`() throws {
        let rows = OfficeSamples.sheet("<row r=\"1\"><c r=\"A1\" s=\"999999\"><v>1</v></c></row>")
        let ignored = try OfficeSamples.workbook(in: folder, parts: ["xl/worksheets/sheet1.xml": rows])
        #expect(try firstTable(ignored).rows[0][column: 1] == .number(1, text: "1"))
        let merge = "<worksheet><sheetData/><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells></worksheet>"
        let broken = try OfficeSamples.workbook(
            in: folder, parts: ["xl/worksheets/sheet1.xml": merge], name: "merge.xlsx")
        #expect(try readingError(broken).kind == .damaged)
    }

    @Test func `other files under the name of a spreadsheet are named for what they are`() throws {
        let old = folder.file("old.xlsx")
        try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
            .write(to: URL(fileURLWithPath: old))
        #expect(try readingError(old).kind == .otherFormat)
        let page = try folder.write("\n<html><table><tr><td>1</td></tr></table></html>", to: "page.xls")
        #expect(try readingError(page).message.vi.contains("trang web"))
        let word = try OfficeSamples.make(
            "word.xlsx", in: folder,
            python: """
                import sys, zipfile
                with zipfile.ZipFile(sys.argv[1], "w") as z: z.writestr("word/document.xml", "<d/>")
                """)
        #expect(try readingError(word).message.en.contains("Word (.docx)"))
        #expect(try readingError(folder.path).kind == .access)
    }

    @Test func `a part that its workbook names and the file lacks is damage`() throws {
        let path = try OfficeSamples.make(
            "lack.xlsx", in: folder,
            python: """
                import sys, openpyxl, zipfile
                w = openpyxl.Workbook(); w.active["A1"] = 1; w.save(sys.argv[1] + "0")
                with zipfile.ZipFile(sys.argv[1] + "0") as a, zipfile.ZipFile(sys.argv[1], "w") as b:
                    for n in a.namelist():
                        if "sheet1" not in n: b.writestr(n, a.read(n))
                """)
        #expect(try readingError(path).part == "xl/worksheets/sheet1.xml")
    }
}
