import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

@testable import ChiboOffice

/// Files that other programs made for a test.
enum OfficeSamples {
    /// Runs a Python program that makes a file at `sys.argv[1]` and returns the file's path.
    static func make(_ name: String, in folder: TemporaryFolder, python program: String) throws -> String {
        let path = folder.file(name)
        let result = try Oracle.python(program, [path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    /// Packs parts into a workbook with the least that a reader needs; a given part replaces the usual one.
    static func workbook(in folder: TemporaryFolder, parts: [String: String], name: String = "made.xlsx") throws
        -> String
    {
        var all = usualParts
        for (part, text) in parts { all[part] = text }
        let json = try String(decoding: JSONSerialization.data(withJSONObject: all), as: UTF8.self)
        let source = try folder.write(json, to: name + ".json")
        let path = folder.file(name)
        let result = try Oracle.python(
            """
            import json, sys, zipfile
            with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as z:
                for name, text in sorted(json.load(open(sys.argv[1])).items()): z.writestr(name, text)
            """, [source, path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    /// A sheet's part around its rows.
    static func sheet(_ rows: String) -> String {
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(rows)</sheetData></worksheet>"
    }

    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static let usualParts = [
        "_rels/.rels": """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r" Type="\(relationships)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="s1" Type="\(relationships)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
        """,
        "xl/workbook.xml": """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(relationships)">
        <sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets></workbook>
        """,
        "xl/worksheets/sheet1.xml": sheet(""),
    ]
}

/// A day given as `yyyy-mm-dd`.
func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

/// The error that opening a file and reading its first sheet ends with.
func readingError(_ path: String, limits: ArchiveLimits = ArchiveLimits()) throws -> OfficeError {
    try #require(throws: OfficeError.self) {
        let file = try Spreadsheet.open(path, limits: limits)
        for sheet in file.sheets { _ = try file.table(of: sheet) }
    }
}

/// Reads the first sheet whole.
func firstTable(_ path: String) throws -> SheetTable {
    let file = try Spreadsheet.open(path)
    return try file.table(of: try #require(file.sheets.first))
}
