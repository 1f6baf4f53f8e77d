extension TableSpec {
    /// Lays the table out as a format shows it: headings, groups, sums, merged repeats and looks worked in.
    package func laidOut(for format: ReportFormat? = nil) throws(TableProblem) -> TableGrid {
        try TableLayout(self, format: format).grid()
    }

    /// What a person calls the table.
    package var name: String { id ?? caption ?? "" }
}

/// Lays one table out.
struct TableLayout {
    let table: TableSpec
    /// Indices of the columns that are shown.
    let shown: [Int]
    let indexOfKey: [String: Int]

    init(_ table: TableSpec, format: ReportFormat?) throws(TableProblem) {
        self.table = table
        var indexOfKey: [String: Int] = [:]
        for (index, column) in table.columns.enumerated() {
            guard indexOfKey.updateValue(index, forKey: column.key) == nil else {
                throw TableProblem(table: table.name, place: .column(column.key), reason: .duplicateKey)
            }
        }
        self.indexOfKey = indexOfKey
        shown = table.columns.indices.filter { index in
            let column = table.columns[index]
            return !column.isHidden && !(format.map { column.hiddenIn.contains($0) } ?? false)
        }
        guard !shown.isEmpty else { throw problem(.table, .noColumns) }
    }

    func grid() throws(TableProblem) -> TableGrid {
        var body = try TableBody(self)
        try body.expand()
        try body.mergeRepeats()
        body.matrix.keepColumns(shown)
        let slots = body.matrix.slots()
        let rows = zip(body.rows, slots).map { TableGrid.Row(kind: $0.kind, level: $0.level, slots: $1) }
        return TableGrid(columns: shown.map { table.columns[$0] }, header: try header(), body: rows)
    }

    func problem(_ place: TableProblem.Place, _ reason: TableProblem.Reason) -> TableProblem {
        TableProblem(table: table.name, place: place, reason: reason)
    }

    /// The index of a column that a group, a merge or a condition speaks of.
    func column(_ key: String) throws(TableProblem) -> Int {
        guard let index = indexOfKey[key] else {
            throw problem(.column(key), .unknownColumn(table.columns.map(\.key)))
        }
        return index
    }
}

// MARK: - Headings

extension TableLayout {
    private func header() throws(TableProblem) -> [[TableGrid.Slot]] {
        var slots = table.header.isEmpty ? titles() : try written()
        if table.numbersColumns {
            slots.append(shown.indices.map { .cell(heading("(\($0 + 1))", [.italic])) })
        }
        return slots
    }

    private func heading(_ text: String, _ marks: TextMarks.Flags = [.bold]) -> GridCell {
        GridCell(value: .text(text), text: text, style: CellStyle(marks, align: .center))
    }

    private func written() throws(TableProblem) -> [[TableGrid.Slot]] {
        let rows = table.header.map { row in
            row.map { PlacedCell(cell: heading($0.text), colspan: $0.colspan, rowspan: $0.rowspan) }
        }
        do throws(SpanProblem) {
            var matrix = try CellMatrix.placing(rows, width: table.columns.count) { _, _ in heading("") }
            matrix.keepColumns(shown)
            return matrix.slots()
        } catch {
            throw problem(.header(row: error.row, column: error.column), error.reason)
        }
    }

    /// Heading rows from the columns' titles and the words above them.
    private func titles() -> [[TableGrid.Slot]] {
        let columns = shown.map { table.columns[$0] }
        guard columns.contains(where: { !$0.title.isEmpty || !$0.under.isEmpty }) else { return [] }
        let depth = (columns.map(\.under.count).max() ?? 0) + 1
        var matrix = CellMatrix(cells: [], places: Array(repeating: [], count: depth))
        for (index, column) in columns.enumerated() {
            let before = index == 0 ? nil : columns[index - 1]
            for level in 0..<depth {
                matrix.places[level].append(place(of: column, after: before, level: level, in: &matrix))
            }
        }
        return matrix.slots()
    }

    private func place(
        of column: TableColumn, after before: TableColumn?, level: Int, in matrix: inout CellMatrix
    ) -> Int {
        let isUnder = level < column.under.count
        if isUnder, let before, before.under.count > level, before.under[...level] == column.under[...level],
            let left = matrix.places[level].last
        {
            return left
        }
        if level > column.under.count, let above = matrix.places[level - 1].last { return above }
        matrix.cells.append(heading(isUnder ? column.under[level] : column.title))
        return matrix.cells.count - 1
    }
}
