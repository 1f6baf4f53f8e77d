/// A table laid out: a rectangle of places, each of which begins a cell or is covered by one.
///
/// All writers read this, so that spans, groups, sums and looks are worked out once.
package struct TableGrid: Equatable, Sendable {
    /// A place of the rectangle.
    package enum Slot: Equatable, Sendable {
        case cell(GridCell)
        /// Covered by the cell that begins at this row (of the heading or of the body, as here) and column.
        case covered(row: Int, column: Int)
    }

    /// A row of the body.
    package struct Row: Equatable, Sendable {
        package var kind: TableRow.Kind
        package var level: Int
        package var slots: [Slot]
    }

    /// The columns that are shown.
    package var columns: [TableColumn]
    /// The heading rows, the row of column numbers the last of them.
    package var header: [[Slot]]
    /// The rows below.
    package var body: [Row]

    /// How many cells go over several places, as the formats without spans must say that they flattened them.
    package var mergedCells: Int {
        (header + body.map(\.slots)).joined().reduce(0) { count, slot in
            if case .cell(let cell) = slot, cell.colspan > 1 || cell.rowspan > 1 { count + 1 } else { count }
        }
    }
}

/// A cell of the grid with all that a writer needs to know.
package struct GridCell: Equatable, Sendable {
    /// The typed value.
    package var value: Cell
    /// The value as a person reads it.
    package var text: String
    package var colspan = 1
    package var rowspan = 1
    /// The look, the column's alignment and the row's kind worked in.
    package var style: CellStyle
    package var source: String?
    /// What the value was reckoned from, if it is a sum.
    package var aggregate: Aggregate?

    /// A reckoning over rows of the body.
    package struct Aggregate: Equatable, Sendable {
        package var total: TableColumn.Total
        /// Indices of rows of the body, rising.
        package var rows: [Int]
    }

    /// Where the text stands.
    package var align: Alignment { style.align ?? .left }
}
