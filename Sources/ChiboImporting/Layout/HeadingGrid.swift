internal import ChiboModel
internal import ChiboOffice

/// The cells of a sheet's first rows with merged cells filled in, as a person sees them.
struct HeadingGrid {
    private let rows: [Int: SheetRow]
    private let merges: [CellRange]
    private let lastColumn: Int
    private let table: SheetTable

    init(_ table: SheetTable, upTo lastRow: Int) {
        self.table = table
        let top = table.rows.prefix { $0.number <= lastRow }
        rows = Dictionary(uniqueKeysWithValues: top.map { ($0.number, $0) })
        merges = table.merges.filter { $0.first.row <= lastRow }
        lastColumn = top.compactMap { $0.cells.last?.column }.max() ?? 0
    }

    /// The columns that may have a heading.
    var columns: Range<Int> { lastColumn > 0 ? 1..<(lastColumn + 1) : 1..<1 }

    /// The text of a cell, or of the merged cell that covers it.
    func text(_ row: Int, _ column: Int) -> String? {
        let place = CellReference(row: row, column: column)
        let origin = merges.first { $0.contains(place) }?.first ?? place
        return own(origin.row, origin.column)
    }

    /// The texts of a column's heading in some rows, from the top, each once.
    func path(_ rows: ClosedRange<Int>, _ column: Int) -> [String] {
        var texts: [String] = []
        for row in rows {
            let isLast = row == rows.upperBound
            let found = text(row, column) ?? (isLast ? nil : group(row, column, below: row + 1))
            if let found, texts.last != found { texts.append(found) }
        }
        return texts
    }

    /// Whether one merged heading covers columns.
    func isMerged(_ columns: [Int], _ rows: ClosedRange<Int>) -> Bool {
        merges.contains { merge in
            rows.contains(merge.first.row)
                && columns.allSatisfy { (merge.first.column...merge.last.column).contains($0) }
        }
    }

    /// Whether most rows below a heading have one word of text in a column.
    func isFilledBelow(_ row: Int, column: Int) -> Bool {
        let below = table.rows.lazy.filter { $0.number > row }.prefix(200)
        var filled = 0
        var count = 0
        for row in below where row.cells.count > 2 {
            count += 1
            guard case .text(let text) = row[column: column] else { continue }
            if !VietnameseText.tidied(text).contains(where: { $0 == " " || $0.isNumber }) { filled += 1 }
        }
        return count > 0 && filled * 2 > count
    }

    /// The last row that merged headings of some columns reach down to.
    func reach(_ rows: ClosedRange<Int>, columns: [Int]) -> Int {
        let covering = merges.filter { merge in
            rows.contains(merge.first.row)
                && columns.contains { (merge.first.column...merge.last.column).contains($0) }
        }
        return covering.map(\.last.row).max().map { max($0, rows.upperBound) } ?? rows.upperBound
    }

    /// The group heading left of an empty cell, in files that cannot say that cells are merged.
    private func group(_ row: Int, _ column: Int, below lower: Int) -> String? {
        guard merges.isEmpty, own(lower, column) != nil else { return nil }
        for left in stride(from: column - 1, to: 0, by: -1) {
            guard own(lower, left) != nil else { return nil }
            if let text = own(row, left) { return text }
        }
        return nil
    }

    private func own(_ row: Int, _ column: Int) -> String? {
        guard let text = rows[row]?[column: column].text else { return nil }
        let tidy = VietnameseText.tidied(text)
        return tidy.isEmpty ? nil : tidy
    }
}
