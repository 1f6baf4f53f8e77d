import ChiboDocument
import ChiboModel

/// A grid as a table of HTML, headings told apart for readers that cannot see.
struct HTMLTable {
    let grid: TableGrid
    let table: TableSpec
    let options: RenderOptions

    init(_ grid: TableGrid, _ table: TableSpec, options: RenderOptions) {
        self.grid = grid
        self.table = table
        self.options = options
    }

    func lines() -> [String] {
        let label = HTMLEscape.attribute(table.caption ?? table.id ?? "Bảng")
        let classes = ["b-" + table.borders.rawValue] + (table.isStriped ? ["striped"] : [])
        var lines = ["<div class=\"table\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">"]
        lines.append("<table class=\"\(classes.joined(separator: " "))\">")
        if let caption = table.caption { lines.append("<caption>\(HTMLEscape.lines(caption))</caption>") }
        lines += columns()
        if !grid.header.isEmpty { lines += ["<thead>"] + grid.header.map { header($0) } + ["</thead>"] }
        lines += ["<tbody>"] + grid.body.map { row($0) } + ["</tbody>", "</table>"]
        if let note = table.note { lines.append("<p class=\"s-note\">\(HTMLEscape.lines(note))</p>") }
        return lines + ["</div>"]
    }

    /// Widths, where the columns ask for some.
    private func columns() -> [String] {
        guard grid.columns.contains(where: { $0.width != .automatic }) else { return [] }
        let sum = grid.columns.reduce(0.0) { sum, column in
            if case .fraction(let share) = column.width { sum + max(share, 0) } else { sum }
        }
        return ["<colgroup>"]
            + grid.columns.map { column in
                switch column.width {
                case .automatic: "<col>"
                case .millimetres(let length): "<col style=\"width:\(SVGText.number(length))mm\">"
                case .fraction(let share):
                    sum > 0 ? "<col style=\"width:\(SVGText.number(max(share, 0) / sum * 100))%\">" : "<col>"
                }
            } + ["</colgroup>"]
    }

    private func header(_ slots: [TableGrid.Slot]) -> String {
        let isNumbering = grid.columns.count == slots.count && table.numbersColumns && slots == grid.header.last
        let cells = slots.compactMap { slot -> String? in
            guard case .cell(let cell) = slot else { return nil }
            let scope = cell.colspan > 1 ? "colgroup" : "col"
            let tag = isNumbering ? "td" : "th scope=\"\(scope)\""
            return "<\(tag)\(spans(cell))>\(HTMLEscape.lines(cell.text))</\(isNumbering ? "td" : "th")>"
        }
        return "<tr\(isNumbering ? " class=\"numbering\"" : "")>\(cells.joined())</tr>"
    }

    private func row(_ row: TableGrid.Row) -> String {
        let cells = row.slots.compactMap { slot -> String? in
            guard case .cell(let cell) = slot else { return nil }
            return self.cell(cell, in: row)
        }
        let kind = row.kind == .data ? "" : " class=\"\(row.kind.rawValue) l\(min(max(row.level, 0), 5))\""
        return "<tr\(kind)>\(cells.joined())</tr>"
    }

    private func cell(_ cell: GridCell, in row: TableGrid.Row) -> String {
        let isHeading = row.kind == .group
        let tag = isHeading ? "th" : "td"
        let scope = isHeading ? " scope=\"colgroup\"" : ""
        var classes: [String] = []
        if cell.align == .right || cell.align == .center { classes.append(cell.align == .right ? "r" : "c") }
        if isShort(cell) { classes.append("n") }
        if let signal = cell.style.signal { classes.append(signal.rawValue) }
        let look = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        let source = options.showsSources ? cell.source.map { " title=\"\(HTMLEscape.attribute($0))\"" } ?? "" : ""
        return "<\(tag)\(scope)\(spans(cell))\(look)\(source)>\(words(cell, in: row))</\(tag)>"
    }

    /// Dates, verdicts and other short words of the register stay on one line.
    private func isShort(_ cell: GridCell) -> Bool {
        switch cell.value {
        case .date, .partialDate, .boolean: true
        case .code: DisplayWidth.of(cell.text) <= 16
        default: false
        }
    }

    private func words(_ cell: GridCell, in row: TableGrid.Row) -> String {
        var words = HTMLEscape.lines(cell.text)
        let marks = row.kind == .data ? cell.style.marks : cell.style.marks.subtracting([.bold, .italic])
        if marks.contains(.italic) { words = "<em>\(words)</em>" }
        if marks.contains(.bold) { words = "<strong>\(words)</strong>" }
        if marks.contains(.strike) { words = "<s>\(words)</s>" }
        return words
    }

    private func spans(_ cell: GridCell) -> String {
        (cell.colspan > 1 ? " colspan=\"\(cell.colspan)\"" : "")
            + (cell.rowspan > 1 ? " rowspan=\"\(cell.rowspan)\"" : "")
    }
}
