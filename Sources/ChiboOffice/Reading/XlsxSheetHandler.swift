/// Reads a sheet's part into rows.
final class XlsxSheetHandler: XMLHandler {
    private(set) var merges: [CellRange] = []
    private(set) var hiddenColumns: Set<Int> = []
    private let context: XlsxContext
    private var rows: [SheetRow] = []
    private var row = RowInProgress()
    private var cell = XlsxCellInProgress()
    private var isInCell = false

    /// The row that is being read.
    private struct RowInProgress {
        var number = 0
        var isHidden = false
        var lastColumn = 0
        var isSorted = true
        var cells: [SheetCell] = []
        /// How many cells the row before had: a good guess of what to reserve.
        var expected = 0
    }

    init(_ context: XlsxContext) { self.context = context }

    /// The rows that are complete; the handler keeps none of them.
    func takeRows() -> [SheetRow] {
        defer { rows.removeAll(keepingCapacity: true) }
        return rows
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeError) {
        if isInCell { return cell.start(name) }
        switch name {
        case "c": try startCell(attributes)
        case "row": try startRow(attributes)
        case "col": try hideColumns(attributes)
        case "mergeCell": try merge(attributes)
        default: break
        }
    }

    override func end(_ name: XMLName) throws(OfficeError) {
        if isInCell {
            if name == "c" { try endCell() } else { cell.end(name) }
        } else if name == "row" {
            endRow()
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInCell { unsafe cell.append(bytes) }
    }

    private func startRow(_ attributes: XMLAttributes) throws(OfficeError) {
        var number = row.number + 1
        var isHidden = false
        var isValid = true
        try unsafe attributes.each { name, value throws(OfficeError) in
            if name == "r" {
                let given = unsafe Digits.integer(value) ?? 0
                isValid = given >= 1
                number = given
            } else if name == "hidden" {
                isHidden = unsafe Digits.isTrue(value)
            }
        }
        guard isValid, number <= CellReference.lastRow else { throw place.malformed("row r") }
        row = RowInProgress(number: number, isHidden: isHidden, expected: row.cells.count)
        row.cells.reserveCapacity(row.expected)
    }

    private func endRow() {
        guard !row.cells.isEmpty else { return }
        if !row.isSorted { row.cells.sort { $0.column < $1.column } }
        rows.append(SheetRow(number: row.number, isHidden: row.isHidden, cells: row.cells))
    }

    private func startCell(_ attributes: XMLAttributes) throws(OfficeError) {
        var column = row.lastColumn + 1
        var isValid = true
        cell.reset()
        try unsafe attributes.each { name, value throws(OfficeError) in
            if name == "r" {
                let reference = unsafe CellReference.read(value)
                isValid = reference != nil
                column = reference?.column ?? 0
            } else if name == "s" {
                cell.style = unsafe Digits.integer(value) ?? 0
            } else if name == "t" {
                cell.type = unsafe XlsxCellType(value)
            }
        }
        guard isValid, column <= CellReference.lastColumn else { throw place.malformed("cell r") }
        row.isSorted = row.isSorted && column > row.lastColumn
        row.lastColumn = column
        isInCell = true
    }

    private func endCell() throws(OfficeError) {
        isInCell = false
        let style = context.styles.indices.contains(cell.style) ? context.styles[cell.style] : XlsxCellStyle()
        guard let value = cell.value(style: style, context: context) else {
            throw place.malformed("\(CellReference.letters(row.lastColumn))\(row.number)")
        }
        if value != .empty { row.cells.append(SheetCell(column: row.lastColumn, value: value, font: style.font)) }
    }

    private func hideColumns(_ attributes: XMLAttributes) throws(OfficeError) {
        guard attributes["hidden"] == "1" || attributes["hidden"] == "true" else { return }
        guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
            first >= 1, first <= last, last <= CellReference.lastColumn
        else { throw place.malformed("col min max") }
        hiddenColumns.formUnion(first...last)
    }

    private func merge(_ attributes: XMLAttributes) throws(OfficeError) {
        guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { throw place.malformed("mergeCell ref") }
        merges.append(range)
    }
}

/// Numbers and flags in attributes, without strings on the way.
enum Digits {
    /// A number of at most nine digits and nothing else.
    static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var number = 0
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number * 10 + Int(byte & 15)
        }
        return number
    }

    /// `1` or `true`.
    static func isTrue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t")
    }
}
