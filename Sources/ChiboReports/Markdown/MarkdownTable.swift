import ChiboDocument

/// A grid as a pipe table: one heading row, and every cell on one place.
struct MarkdownTable {
    let grid: TableGrid

    init(_ grid: TableGrid) { self.grid = grid }

    /// Caption, table and note.
    func paragraphs(of table: TableSpec) -> [String] {
        let caption = table.caption.map { ["**" + MarkdownEscape.text($0, lineBreak: " ") + "**"] } ?? []
        let note = table.note.map { [MarkdownEscape.text($0, lineBreak: "  \n")] } ?? []
        return caption + [lines().joined(separator: "\n")] + note
    }

    private func lines() -> [String] {
        let titles = FlatTable.titles(of: grid).map { MarkdownEscape.text($0, lineBreak: "<br>") }
        let rows = grid.body.map { row in row.slots.map { cell($0) } }
        return [line(titles), line(grid.columns.map { rule($0) })] + rows.map { line($0) }
    }

    private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func rule(_ column: TableColumn) -> String {
        switch column.align ?? (column.kind.isNumeric ? .right : column.kind == .date ? .center : .left) {
        case .right: "---:"
        case .center: ":---:"
        case .left, .justify: "---"
        }
    }

    private func cell(_ slot: TableGrid.Slot) -> String {
        guard case .cell(let cell) = slot else { return "" }
        return MarkdownWriter.marked(cell.text, cell.style.marks.subtracting(.underline), lineBreak: "<br>")
    }
}

/// What formats without spans make of a grid.
enum FlatTable {
    /// One heading a column: the words of its heading cells from the top down, each once.
    static func titles(of grid: TableGrid) -> [String] {
        let rows = grid.header.filter { !isNumbering($0) }
        return grid.columns.indices.map { column in
            var words: [String] = []
            for row in rows {
                let text = CleanText.line(owner(of: row[column], in: rows).text)
                if !text.isEmpty, words.last != text { words.append(text) }
            }
            return words.joined(separator: " / ")
        }
    }

    /// Whether a heading row is the row (1) (2) (3).
    private static func isNumbering(_ row: [TableGrid.Slot]) -> Bool {
        row.enumerated().allSatisfy { index, slot in
            if case .cell(let cell) = slot { cell.text == "(\(index + 1))" } else { false }
        }
    }

    /// The cell that lies on a place.
    static func owner(of slot: TableGrid.Slot, in rows: [[TableGrid.Slot]]) -> GridCell {
        switch slot {
        case .cell(let cell): return cell
        case .covered(let row, let column):
            return owner(of: rows[row][column], in: rows)
        }
    }
}
