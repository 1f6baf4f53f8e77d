import ChiboDocument
import ChiboModel
import ChiboOffice

/// Writes one grid into a sheet: typed cells, merged headings, sums as formulas.
struct SheetTable {
    let grid: TableGrid
    let table: TableSpec
    let sheet: SheetWriter
    /// The place of the top left cell, from 1.
    let row: Int
    let column: Int
    let walk: DocumentWalk

    init(_ grid: TableGrid, _ table: TableSpec, sheet: SheetWriter, row: Int, column: Int, walk: DocumentWalk) {
        self.grid = grid
        self.table = table
        self.sheet = sheet
        self.row = row
        self.column = column
        self.walk = walk
    }

    private var bodyRow: Int { row + grid.header.count }
    /// The row below the table.
    var endRow: Int { bodyRow + grid.body.count }

    func write() throws(WorkbookFailure) {
        for (index, slots) in grid.header.enumerated() {
            for (offset, slot) in slots.enumerated() {
                guard case .cell(let cell) = slot else { continue }
                try put(
                    .text(CleanText.clean(cell.text)), cell, row: row + index, offset, SheetLook.heading(cell, table))
            }
        }
        for (index, line) in grid.body.enumerated() {
            for (offset, slot) in line.slots.enumerated() {
                guard case .cell(let cell) = slot else { continue }
                try write(cell, in: line, index: index, offset: offset)
            }
        }
    }

    private func write(_ cell: GridCell, in line: TableGrid.Row, index: Int, offset: Int) throws(WorkbookFailure) {
        let facts = grid.columns[offset]
        let striped = table.isStriped && index % 2 == 1
        let look = SheetLook.body(cell, kind: line.kind, level: offset == 0 ? line.level : 0, facts, table, striped)
        let value = SheetValue.value(cell.value, text: cell.text)
        try put(formula(cell, offset: offset, cached: value) ?? value, cell, row: bodyRow + index, offset, look)
        guard walk.options.showsSources, let source = cell.source else { return }
        let place = CellReference(row: bodyRow + index, column: column + offset)
        try WorkbookFailure.office { () throws(OfficeError) in try sheet.addNote(CleanText.clean(source), at: place) }
    }

    private func put(
        _ value: OutputValue, _ cell: GridCell, row: Int, _ offset: Int, _ look: CellFormat
    ) throws(WorkbookFailure) {
        let first = CellReference(row: row, column: column + offset)
        let last = CellReference(row: row + cell.rowspan - 1, column: column + offset + cell.colspan - 1)
        guard let range = CellRange(first, last) else { return }
        try WorkbookFailure.office { () throws(OfficeError) in try sheet.merge(range, value, format: look) }
    }

    /// The height of each row that holds wrapped text.
    func heights(_ geometry: SheetGeometry) -> [(row: Int, height: Double)] {
        let lines = grid.header + grid.body.map(\.slots)
        return lines.enumerated().map { index, slots in
            let needs = slots.enumerated().map { offset, slot -> Double in
                guard case .cell(let cell) = slot, cell.rowspan == 1 else { return 0 }
                let first = column - 1 + offset
                return geometry.height(
                    of: CleanText.clean(cell.text), over: first..<first + cell.colspan, size: SheetLook.size,
                    isBold: cell.style.marks.contains(.bold))
            }
            return (row + index, max(needs.max() ?? 0, 18))
        }
    }

    /// Keeps the heading in sight and on each printed page, and offers to filter the rows of data.
    func setView() throws(WorkbookFailure) {
        try WorkbookFailure.office { () throws(OfficeError) in
            guard !grid.header.isEmpty else { return }
            // A heading far down would freeze most of a screen.
            if bodyRow <= 16 { sheet.freeze(rows: bodyRow - 1, columns: table.print.frozenColumns) }
            // Titles repeat on every page of the sheet, also on those of a text below; a short table needs none.
            if table.print.repeatsHeader, grid.body.count > 25 { try sheet.repeatRows(row...bodyRow - 1) }
            let data = grid.body.prefix { $0.kind == .data }.count
            let isPlain = grid.body.dropFirst(data).allSatisfy { $0.kind == .total || $0.kind == .note }
            let isMerged = grid.body.prefix(data).contains { row in
                row.slots.contains { if case .covered = $0 { true } else { false } }
            }
            guard table.print.hasFilter, data > 1, isPlain, !isMerged else { return }
            let first = CellReference(row: bodyRow - 1, column: column)
            let last = CellReference(row: bodyRow + data - 1, column: column + grid.columns.count - 1)
            if let range = CellRange(first, last) { try sheet.setFilter(range) }
        }
    }
}

// MARK: - Formulas

extension SheetTable {
    /// A sum as a formula over the rows above, with its exact result as the saved one.
    ///
    /// SUBTOTAL leaves out other subtotals and rows that a filter hides, so one range serves for groups and for the whole.
    private func formula(_ cell: GridCell, offset: Int, cached: OutputValue) -> OutputValue? {
        guard let aggregate = cell.aggregate, let code = Self.code(aggregate.total), let first = aggregate.rows.first,
            let last = aggregate.rows.last, isSummable(offset, first...last)
        else { return nil }
        let result: Double
        switch cached {
        case .integer(let value): result = Double(value)
        case .decimal(let value): result = value
        default: return nil
        }
        if case .percent = cell.value, aggregate.total == .sum { return nil }
        let letters = CellReference.letters(column + offset)
        let range = "\(letters)\(bodyRow + first):\(letters)\(bodyRow + last)"
        return .formula("SUBTOTAL(\(code),\(range))", cached: .number(result))
    }

    private static func code(_ total: TableColumn.Total) -> Int? {
        switch total {
        case .none: nil
        case .sum: 9
        case .count: 3
        case .average: 1
        }
    }

    /// Whether nothing but data and other subtotals stands in the column between the rows.
    private func isSummable(_ offset: Int, _ rows: ClosedRange<Int>) -> Bool {
        rows.allSatisfy { row in
            guard grid.body[row].kind != .data, case .cell(let cell) = grid.body[row].slots[offset] else { return true }
            return cell.aggregate != nil || cell.value.isEmpty
        }
    }
}
