import ChiboDocument
import ChiboModel

/// How wide the columns of a sheet are, and how high a text becomes in them.
///
/// LibreOffice does not fit rows to wrapped text by itself, so heights are estimated: a letter of Times New Roman
/// is about 0.45 of its size wide, a unit of a column's width is 7 pixels of 1/96 inch.
struct SheetGeometry {
    /// The width of each column, in units of the spreadsheet.
    var widths: [Double]

    private static let pixelsPerPoint = 96.0 / 72
    private static let letter = 0.45

    /// The width that a line of text needs.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        Double(DisplayWidth.of(text)) * size * letter * pixelsPerPoint * (isBold ? 1.08 : 1) / 7 + 1.6
    }

    /// Columns that hold the tables of a sheet, at least `count`; wide enough together for running text.
    init(_ grids: [TableGrid], count: Int, hasText: Bool) {
        widths = Array(repeating: 0, count: max(count, grids.map(\.columns.count).max() ?? 0, 1))
        for grid in grids { take(grid) }
        for index in widths.indices where widths[index] == 0 { widths[index] = 12 }
        let missing = 78 - widths.reduce(0, +)
        guard hasText, missing > 0 else { return }
        let widest = widths.indices.filter { widths[$0] >= 20 }
        let shared = widest.isEmpty ? Array(widths.indices) : widest
        for index in shared { widths[index] += missing / Double(shared.count) }
    }

    private mutating func take(_ grid: TableGrid) {
        for (index, column) in grid.columns.enumerated() {
            if case .millimetres(let length) = column.width {
                widths[index] = max(widths[index], min(length / 1.9, 90))
                continue
            }
            for slots in grid.header + grid.body.map(\.slots) {
                guard case .cell(let cell) = slots[index], cell.colspan == 1 else { continue }
                widths[index] = max(widths[index], Self.wanted(cell))
            }
        }
    }

    /// The width of a cell's text, of words not more than is good to read; long words and numbers are not broken.
    private static func wanted(_ cell: GridCell) -> Double {
        let text = CleanText.clean(cell.text)
        let isBold = cell.style.marks.contains(.bold)
        let line = text.split(separator: "\n").map { width(of: String($0), size: 12, isBold: isBold) }.max() ?? 0
        let word =
            text.split { $0 == " " || $0 == "\n" }.map { width(of: String($0), size: 12, isBold: isBold) }.max() ?? 0
        let limit = cell.value.quotient == nil ? 42.0 : 30.0
        return min(max(min(line, limit), word, 6), 60)
    }

    /// The height of a text over some columns, in points.
    func height(of text: String, over columns: Range<Int>, size: Double, isBold: Bool = false) -> Double {
        let units = columns.reduce(0.0) { $0 + (widths.indices.contains($1) ? widths[$1] : 8.43) }
        let letters = units * 7 / (size * Self.letter * Self.pixelsPerPoint * (isBold ? 1.08 : 1))
        let lines = WrappedText.lines(text, width: max(Int(letters), 1)).count
        return min(Double(max(lines, 1)) * size * 1.28 + 3, 409)
    }

    /// The columns as shares of the whole width, one run of columns a box, none empty.
    func parted(_ widths: [Width], within columns: Range<Int>) -> [Range<Int>] {
        let shares = BoxWidths.share(widths, of: 1000)
        let total = columns.reduce(0.0) { $0 + self.widths[$1] }
        var parts: [Range<Int>] = []
        var start = columns.lowerBound
        var goal = 0.0
        for (index, share) in shares.enumerated() {
            goal += total * Double(share) / 1000
            let left = shares.count - index - 1
            var end = start + 1
            while end < columns.upperBound - left, left == 0 || width(columns.lowerBound..<end) < goal - 4 { end += 1 }
            parts.append(start..<min(end, columns.upperBound))
            start = end
        }
        return parts
    }

    private func width(_ columns: Range<Int>) -> Double { columns.reduce(0.0) { $0 + widths[$1] } }
}
