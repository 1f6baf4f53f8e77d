// Groups, sums, and what a table without rows says.
extension TableBody {
    /// Puts rows into groups, adds the rows of sums, and says so where there are no rows.
    mutating func expand() throws(TableProblem) {
        guard !rows.isEmpty else { return sayEmpty() }
        let data = rows.indices.filter { rows[$0].kind == .data }
        var result = Expansion(body: self)
        if layout.table.groupBy.isEmpty {
            for row in rows.indices { result.append(row, level: rows[row].level) }
        } else {
            try checkGroupable()
            try result.append(data, groups: layout.table.groupBy[...], level: 0)
        }
        if !data.isEmpty { try result.appendSums(over: data, label: layout.table.totalLabel, kind: .total, level: 0) }
        (matrix.places, matrix.cells, rows) = (result.places, result.cells, result.rows)
    }

    private mutating func sayEmpty() {
        let words = GridCell(
            value: .text(layout.table.emptyText), text: layout.table.emptyText,
            style: CellStyle([.italic], align: .center))
        matrix.places.append(Array(repeating: matrix.cells.count, count: layout.table.columns.count))
        matrix.cells.append(words)
        rows.append(RowFacts(kind: .note, level: 0))
    }

    private func checkGroupable() throws(TableProblem) {
        for (index, row) in layout.table.rows.enumerated() {
            guard row.kind == .data, row.cells.allSatisfy({ $0.rowspan == 1 }) else {
                throw layout.problem(.body(row: index + 1, column: 1), .notGroupable)
            }
        }
    }

    /// Makes one cell of equal neighbours below each other, in rows of data and within the merged cell at the left.
    mutating func mergeRepeats() throws(TableProblem) {
        var outer: [Int] = []
        for key in layout.table.mergeRepeats {
            let column = try layout.column(key)
            for row in rows.indices.dropFirst() where repeats(row, column) {
                guard outer.allSatisfy({ matrix.places[row][$0] == matrix.places[row - 1][$0] }) else { continue }
                matrix.places[row][column] = matrix.places[row - 1][column]
            }
            outer.append(column)
        }
    }

    private func repeats(_ row: Int, _ column: Int) -> Bool {
        let (here, above) = (matrix.places[row][column], matrix.places[row - 1][column])
        let value = matrix.cells[here].value
        return rows[row].kind == .data && rows[row - 1].kind == .data && !value.isEmpty
            && matrix.cells[above].value == value && isAlone(row, column) && isAlone(row - 1, column)
    }

    /// Whether the cell goes over one column.
    private func isAlone(_ row: Int, _ column: Int) -> Bool {
        let line = matrix.places[row]
        return (column == 0 || line[column - 1] != line[column])
            && (column + 1 == line.count || line[column + 1] != line[column])
    }
}

/// The rows with groups and sums among them.
private struct Expansion {
    let body: TableBody
    var cells: [GridCell]
    var places: [[Int]] = []
    var rows: [TableBody.RowFacts] = []
    /// Where a row of the body now stands.
    var position: [Int: Int] = [:]

    init(body: TableBody) {
        self.body = body
        cells = body.matrix.cells
    }

    private var columns: [TableColumn] { body.layout.table.columns }

    mutating func append(_ row: Int, level: Int) {
        position[row] = places.count
        places.append(body.matrix.places[row])
        rows.append(TableBody.RowFacts(kind: body.rows[row].kind, level: level))
    }

    mutating func append(_ data: [Int], groups: ArraySlice<TableGroup>, level: Int) throws(TableProblem) {
        guard let group = groups.first else {
            for row in data { append(row, level: level) }
            return
        }
        let column = try body.layout.column(group.key)
        for (cell, members) in parted(data, by: column) {
            let words = group.prefix + cell.text(decimals: columns[column].decimals)
            let heading = GridCell(value: .text(words), text: words, style: CellStyle([.bold], align: .left))
            append([(heading, columns.count)], kind: .group, level: level)
            try append(members, groups: groups.dropFirst(), level: level + 1)
            if group.hasSubtotal {
                try appendSums(over: members, label: group.subtotalLabel, kind: .subtotal, level: level)
            }
        }
    }

    /// Rows by the value of a column, in the order of first appearance.
    private func parted(_ data: [Int], by column: Int) -> [(Cell, [Int])] {
        var index: [Cell: Int] = [:]
        var parts: [(Cell, [Int])] = []
        for row in data {
            let key = body.matrix.cells[body.matrix.places[row][column]].value
            if let part = index[key] {
                parts[part].1.append(row)
            } else {
                index[key] = parts.count
                parts.append((key, [row]))
            }
        }
        return parts
    }

    private mutating func append(
        _ row: [(cell: GridCell, span: Int)], kind: TableRow.Kind, level: Int
    ) {
        places.append([])
        for entry in row {
            places[places.count - 1] += repeatElement(cells.count, count: entry.span)
            cells.append(entry.cell)
        }
        rows.append(TableBody.RowFacts(kind: kind, level: level))
    }

    /// A row with what the columns ask for, the words over the columns before the first of them.
    mutating func appendSums(
        over data: [Int], label: String, kind: TableRow.Kind, level: Int
    ) throws(TableProblem) {
        guard let first = body.layout.shown.first(where: { columns[$0].total != .none }) else { return }
        var line: [(cell: GridCell, span: Int)] = []
        if first > 0 {
            line.append((GridCell(value: .text(label), text: label, style: CellStyle([.bold], align: .left)), first))
        }
        for column in first..<columns.count { line.append((try sum(of: column, over: data), 1)) }
        append(line, kind: kind, level: level)
    }

    private func sum(of column: Int, over data: [Int]) throws(TableProblem) -> GridCell {
        let facts = columns[column]
        let value: Cell
        do throws(Aggregation.Failure) {
            value = try Aggregation.value(facts.total, of: data.compactMap { body.value(row: $0, column: column) })
        } catch {
            throw body.layout.problem(.column(facts.key), error == .overflow ? .overflow : .mixedCurrencies)
        }
        let rows = data.compactMap { position[$0] }.sorted()
        return GridCell(
            value: value, text: value.text(decimals: facts.decimals),
            style: CellStyle([.bold], align: facts.align ?? .right),
            aggregate: facts.total == .none ? nil : .init(total: facts.total, rows: rows))
    }
}
