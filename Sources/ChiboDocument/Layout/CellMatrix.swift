/// Cells and the rectangle of places they lie on: each place names the cell that lies there.
///
/// Merging is naming the same cell twice and hiding a column is leaving it out, so spans need no bookkeeping.
struct CellMatrix {
    var cells: [GridCell] = []
    var places: [[Int]] = []

    /// Keeps only these columns.
    mutating func keepColumns(_ kept: [Int]) {
        for row in places.indices { places[row] = kept.map { places[row][$0] } }
    }

    /// Whether a cell begins at this place, reading rows from the left and down.
    func begins(row: Int, column: Int) -> Bool {
        let cell = places[row][column]
        return (column == 0 || places[row][column - 1] != cell) && (row == 0 || places[row - 1][column] != cell)
    }

    /// The places as cells with spans and places that are covered.
    func slots() -> [[TableGrid.Slot]] {
        var starts: [Int: (row: Int, column: Int)] = [:]
        return places.indices.map { row in
            places[row].indices.map { column in
                let id = places[row][column]
                if let start = starts[id] { return .covered(row: start.row, column: start.column) }
                starts[id] = (row, column)
                var cell = cells[id]
                cell.colspan = places[row][column...].prefix { $0 == id }.count
                cell.rowspan = places[row...].prefix { $0[column] == id }.count
                return .cell(cell)
            }
        }
    }
}

/// A cell as it is placed: its spans, and what becomes of it.
struct PlacedCell {
    var cell: GridCell
    var colspan: Int
    var rowspan: Int
}

extension CellMatrix {
    /// Lays out rows of cells with spans, each cell on the next free place, as HTML does; free places become empty cells.
    ///
    /// The failure is told with its place, counted from 1.
    static func placing(
        _ rows: [[PlacedCell]], width: Int, filler: (Int, Int) -> GridCell
    ) throws(SpanProblem) -> CellMatrix {
        let free = Array(repeating: -1, count: width)
        var matrix = CellMatrix(places: Array(repeating: free, count: rows.count))
        for (row, cells) in rows.enumerated() {
            var column = 0
            for placed in cells {
                while column < width, matrix.places[row][column] >= 0 { column += 1 }
                try matrix.put(placed, row: row, column: column)
                column += placed.colspan
            }
        }
        matrix.fill(filler)
        return matrix
    }

    private mutating func put(_ placed: PlacedCell, row: Int, column: Int) throws(SpanProblem) {
        func problem(_ reason: TableProblem.Reason) -> SpanProblem {
            SpanProblem(row: row + 1, column: column + 1, reason: reason)
        }
        let width = places[row].count
        guard placed.colspan > 0, placed.rowspan > 0 else { throw problem(.badSpan) }
        guard placed.colspan <= width - column else { throw problem(.tooWide(columns: width)) }
        guard placed.rowspan <= places.count - row else { throw problem(.tooTall) }
        for below in row..<row + placed.rowspan {
            for across in column..<column + placed.colspan {
                guard places[below][across] < 0 else { throw problem(.overlap) }
                places[below][across] = cells.count
            }
        }
        cells.append(placed.cell)
    }

    private mutating func fill(_ filler: (Int, Int) -> GridCell) {
        for row in places.indices {
            for column in places[row].indices where places[row][column] < 0 {
                places[row][column] = cells.count
                cells.append(filler(row, column))
            }
        }
    }
}

/// What is wrong with a span, before it is known to which part of which table it belongs.
struct SpanProblem: Error {
    var row: Int
    var column: Int
    var reason: TableProblem.Reason
}
