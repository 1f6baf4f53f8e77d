/// A spreadsheet that can be read sheet by sheet, whatever its file format.
package protocol SpreadsheetFile: AnyObject {
    /// The path as given.
    var path: String { get }
    /// The sheets in the order of their tabs; a text file has one.
    var sheets: [SheetInfo] { get }
    /// How numbers without a date format would count days.
    var dates: DateSystem { get }
    /// The encoding from before Unicode that the whole file was in, found by its words; nil for files in Unicode.
    var legacy: LegacyEncoding? { get }
    /// The rows of a sheet, from the top.
    func rows(of sheet: SheetInfo) throws(OfficeError) -> any SheetRows
}

/// A sheet of a spreadsheet.
package struct SheetInfo: Hashable, Sendable {
    /// Its number among the tabs, from 1.
    package let number: Int
    /// Its name on the tab.
    package let name: String
    /// Whether the tab is hidden.
    package let isHidden: Bool
}

/// The rows of a sheet, read as a stream.
package protocol SheetRows: AnyObject {
    /// The next row with something in it, or nil at the end.
    func next() throws(OfficeError) -> SheetRow?
    /// The merged ranges; complete after the last row, because files name them below the rows.
    var merges: [CellRange] { get }
    /// The columns that are hidden, from 1; known from the first row on.
    var hiddenColumns: Set<Int> { get }
}

/// A whole sheet in memory.
package struct SheetTable: Sendable {
    /// The sheet.
    package let sheet: SheetInfo
    /// Its rows that have something in them, from the top.
    package let rows: [SheetRow]
    /// The merged ranges.
    package let merges: [CellRange]
    /// The columns that are hidden, from 1.
    package let hiddenColumns: Set<Int>

    package init(sheet: SheetInfo, rows: [SheetRow], merges: [CellRange] = [], hiddenColumns: Set<Int> = []) {
        self.sheet = sheet
        self.rows = rows
        self.merges = merges
        self.hiddenColumns = hiddenColumns
    }
}

extension SpreadsheetFile {
    package var legacy: LegacyEncoding? { nil }

    /// Reads a whole sheet into memory.
    package func table(of sheet: SheetInfo) throws(OfficeError) -> SheetTable {
        let source = try rows(of: sheet)
        var rows: [SheetRow] = []
        while let row = try source.next() { rows.append(row) }
        return SheetTable(sheet: sheet, rows: rows, merges: source.merges, hiddenColumns: source.hiddenColumns)
    }
}

/// Opens spreadsheets by what is in the file; what the name ends with is not relied on.
package enum Spreadsheet {
    /// Opens an `.xlsx` workbook or a text file of separated values.
    package static func open(
        _ path: String, limits: ArchiveLimits = ArchiveLimits()
    ) throws(OfficeError) -> any SpreadsheetFile {
        switch try FileSignature(path: path) {
        case .empty: throw FileSignature.emptyError(path)
        case .zip: try XlsxFile(path: path, limits: limits)
        case .text: try CSVFile(path: path)
        case .oldOffice: throw FileSignature.oldOfficeError(path)
        case .markup: throw FileSignature.markupError(path)
        case .otherBinary: throw FileSignature.otherBinaryError(path)
        }
    }
}
