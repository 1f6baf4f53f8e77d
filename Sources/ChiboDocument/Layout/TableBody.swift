/// The rows of a table on their way to a grid.
struct TableBody {
    /// What a row of the matrix is.
    struct RowFacts {
        var kind: TableRow.Kind
        var level: Int
    }

    let layout: TableLayout
    var matrix: CellMatrix
    var rows: [RowFacts]

    private var table: TableSpec { layout.table }

    /// Places the rows as they were given.
    init(_ layout: TableLayout) throws(TableProblem) {
        self.layout = layout
        let table = layout.table
        rows = table.rows.map { RowFacts(kind: $0.kind, level: $0.level) }
        let placed = table.rows.map { row in
            row.cells.map { PlacedCell(cell: Self.cell($0, in: row), colspan: $0.colspan, rowspan: $0.rowspan) }
        }
        do throws(SpanProblem) {
            matrix = try CellMatrix.placing(placed, width: table.columns.count) { row, _ in
                Self.cell(TableCell(.empty), in: table.rows[row])
            }
        } catch {
            throw layout.problem(.body(row: error.row, column: error.column), error.reason)
        }
        try applyConditions()
        dress()
    }

    private static func cell(_ cell: TableCell, in row: TableRow) -> GridCell {
        let look = cell.style.over(row.style).over(kindStyle(row.kind))
        return GridCell(value: cell.value, text: "", style: look, source: cell.source)
    }

    private static func kindStyle(_ kind: TableRow.Kind) -> CellStyle {
        switch kind {
        case .data: CellStyle()
        case .group, .subtotal, .total: CellStyle([.bold])
        case .note: CellStyle([.italic])
        }
    }

    /// Gives each cell its text and the alignment of its column.
    private mutating func dress() {
        for row in matrix.places.indices {
            for column in matrix.places[row].indices where matrix.begins(row: row, column: column) {
                dress(matrix.places[row][column], column: column)
            }
        }
    }

    private mutating func dress(_ cell: Int, column: Int) {
        let facts = table.columns[column]
        matrix.cells[cell].text = matrix.cells[cell].value.text(decimals: facts.decimals)
        let align = matrix.cells[cell].style.align
        matrix.cells[cell].style.align = align ?? facts.align ?? Self.align(of: matrix.cells[cell].value, in: facts)
    }

    private static func align(of value: Cell, in column: TableColumn) -> Alignment {
        if value.quotient != nil { return .right }
        switch value {
        case .date, .partialDate, .boolean: return .center
        default: return column.kind == .date || column.kind == .boolean ? .center : .left
        }
    }

    /// The value that begins at a place, or nil where a cell from elsewhere covers it.
    func value(row: Int, column: Int) -> Cell? {
        matrix.begins(row: row, column: column) ? matrix.cells[matrix.places[row][column]].value : nil
    }

    private mutating func applyConditions() throws(TableProblem) {
        for condition in table.conditions {
            let column = try layout.column(condition.key)
            for row in rows.indices where rows[row].kind == .data {
                guard let value = value(row: row, column: column), condition.test.holds(for: value) else { continue }
                for cell in condition.wholeRow ? matrix.places[row] : [matrix.places[row][column]] {
                    matrix.cells[cell].style = condition.style.over(matrix.cells[cell].style)
                }
            }
        }
    }
}

extension TableCondition.Test {
    /// Whether a value passes the test; what cannot be compared does not.
    func holds(for value: Cell) -> Bool {
        switch self {
        case .empty: value.isEmpty
        case .equals(let other): value == other || Self.compared(value, other) == 0
        case .less(let other): Self.compared(value, other).map { $0 < 0 } ?? false
        case .greater(let other): Self.compared(value, other).map { $0 > 0 } ?? false
        }
    }

    private static func compared(_ left: Cell, _ right: Cell) -> Int? {
        if let left = left.quotient, let right = right.quotient {
            return left.equals(right) ? 0 : left.isLess(than: right) ? -1 : 1
        }
        guard case .date(let left) = left, case .date(let right) = right else { return nil }
        return left == right ? 0 : left < right ? -1 : 1
    }
}
