import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// Files that mean harm: an error, and the store as it was.
struct HostileRosterTests {
    /// Programs that make such a file at `sys.argv[1]` out of the good workbook at `sys.argv[2]`.
    private static let attacks: [(name: String, program: String)] = [
        (
            "external entity",
            """
            rewrite(lambda part: part.replace(b"<worksheet", b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet', 1))
            """
        ),
        ("billion laughs", "rewrite(lambda part: b'<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>' + part)"),
        ("deep XML", "rewrite(lambda part: b'<worksheet>' + b'<a>' * 200000 + b'</a>' * 200000 + b'</worksheet>')"),
        (
            "100,000 columns",
            """
            rewrite(lambda part: b'<worksheet><sheetData><row r="1">' + b'<c><v>1</v></c>' * 100000 + b'</row></sheetData></worksheet>')
            """
        ),
        ("a NUL in the XML", "rewrite(lambda part: part.replace(b'<sheetData>', b'<sheetData>\\0', 1))"),
        ("half a workbook", "open(sys.argv[1], 'wb').write(good[: len(good) // 2])"),
        ("NUL characters in text", "open(sys.argv[1], 'wb').write('Họ và tên,Ngày sinh\\nA\\0B,1980\\n'.encode())"),
        (
            "100,000 columns of text",
            "open(sys.argv[1], 'w').write(','.join(['Họ và tên', 'Ngày sinh', 'Chi bộ'] + ['x'] * 100000) + '\\n')"
        ),
    ]

    @Test(arguments: attacks.map(\.name)) func `a hostile file is an error and leaves the store as it was`(name: String)
        throws
    {
        let unit = try RosterUnit()
        let good = try unit.sheet(#"["Họ và tên", "Ngày sinh", "Số thẻ", "Chi bộ"], ["Trần An", "1980", "1", "CB1"]"#)
        try unit.expectSuccess(unit.run("import", "ds", good))
        let before = try unit.records("member", ["Mã Chibo", "Họ và tên", "Chi bộ"])
        let program = try #require(Self.attacks.first { $0.name == name }?.program)
        let made = try Oracle.python(
            """
            import io, sys, zipfile
            good = open(sys.argv[2], "rb").read()
            def rewrite(change):
                source = zipfile.ZipFile(io.BytesIO(good))
                with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as target:
                    for item in source.namelist():
                        data = source.read(item)
                        target.writestr(item, change(data) if item.endswith("sheet1.xml") else data)
            \(program)
            """, [unit.folder.file("bad.xlsx"), unit.folder.file(good)])
        try #require(made.status == 0, "\(made.errors)")
        for flags in [[], ["--dry-run"], ["--accept-valid"]] {
            let outcome = unit.run(["import", "ds", "bad.xlsx"] + flags)
            #expect(outcome.code == .data, "\(outcome.output)\(outcome.messages)")
            #expect(outcome.messages.contains("bad.xlsx"))
        }
        #expect(unit.run("import", "ds", good, "--decisions", "bad.xlsx").code == .data)
        #expect(try unit.records("member", ["Mã Chibo", "Họ và tên", "Chi bộ"]) == before)
    }

    @Test func `text that begins like a formula is text on its way in, in the review and on its way out`() throws {
        let unit = try RosterUnit()
        try unit.sheet(
            #"["Họ và tên", "Ngày sinh", "Số thẻ", "Chi bộ"], ["Trần An", "1980", "1", "=cmd|' /C calc'!A0"]"#,
            then: #"sheet["D2"].data_type = "s"; sheet["A2"] = "=1+1"; sheet["A2"].data_type = "s""#)
        let report = try unit.dry()
        #expect(report.problems == ["D2"], "no branch has the formula's name")
        try unit.sheet(
            #"["Họ và tên", "Ngày sinh", "Số thẻ", "Chi bộ"], ["x", "1980", "1", "CB1"]"#,
            then: #"sheet["A2"] = "=1+1"; sheet["A2"].data_type = "s""#)
        #expect(try unit.members("Họ và tên") == [["'=1+1"]], "guarded in a file of separated values")
        try unit.expectSuccess(unit.run("export", "member", "--with-personal", "--out", "m.xlsx"))
        let seen = try Oracle.python(
            "import sys, openpyxl; c = openpyxl.load_workbook(sys.argv[1]).active['B2']; print(c.value, c.data_type)",
            [unit.folder.file("m.xlsx")])
        #expect(seen.output == "=1+1 s\n")
    }

    @Test func `a formula that was never computed is refused with what to do`() throws {
        let unit = try RosterUnit()
        try unit.sheet(#"["Họ và tên", "Ngày sinh", "Số thẻ", "Chi bộ"], ["Trần An", "=1979+1", "1", "CB1"]"#)
        #expect(try unit.dry().problems == ["B2"])
    }
}
