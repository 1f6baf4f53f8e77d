import ChiboModel

/// Columns of text side by side, by their widths on a terminal.
struct TextTable {
    /// How a column stands.
    enum Alignment { case left, right }

    private let headings: [String]
    private let alignments: [Alignment]
    private var rows: [[Styled]] = []

    init(_ headings: [(String, Alignment)]) {
        (self.headings, alignments) = (headings.map(\.0), headings.map(\.1))
    }

    mutating func add(_ cells: [Styled]) { rows.append(cells) }

    /// The table in lines, indented by two spaces; a last row can be set off by a rule.
    func lines(totalRow: Bool = false) -> [Styled] {
        let widths = headings.indices.map { column in
            rows.reduce(DisplayWidth.of(headings[column])) { max($0, DisplayWidth.of($1[column].plain)) }
        }
        var lines = [line(headings.map { Styled($0, .strong) }, widths)]
        let rule = "  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        lines.append(Styled(rule, .faint))
        for (index, row) in rows.enumerated() {
            if totalRow, index == rows.count - 1 { lines.append(Styled(rule, .faint)) }
            lines.append(line(row, widths))
        }
        return lines
    }

    private func line(_ cells: [Styled], _ widths: [Int]) -> Styled {
        var result = Styled("")
        for (column, cell) in cells.enumerated() {
            let space = Styled(String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell.plain))))
            let isLast = column == cells.count - 1
            result += "  "
            result += alignments[column] == .right ? space + cell : isLast ? cell : cell + space
        }
        return result
    }
}
