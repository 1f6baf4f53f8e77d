internal import ChiboModel
internal import ChiboOffice

/// The rows of a sheet that are records, told from what offices write between and below them.
struct RosterRows {
    /// The rows that are records.
    private(set) var data: [SheetRow] = []
    /// Rows with text that were taken for group titles, totals or signatures, as the user counts them.
    private(set) var passedOver: [Int] = []

    private let columns: [Int]
    private let idColumn: Int?
    private var isAfterEnd = false
    private var lastNumber: Int

    init(_ table: SheetTable, _ layout: RosterLayout) {
        columns = layout.columns.map(\.column)
        idColumn = layout.idColumn
        lastNumber = layout.headingRows.upperBound
        let below = RosterRows.filled(table, below: layout.headingRows.upperBound)
        data.reserveCapacity(below.count)
        for (index, row) in below.enumerated() {
            if index < 2, RosterRows.isColumnNumbers(row) { continue }
            sort(row)
            lastNumber = row.number
        }
    }

    /// The rows below a heading; a cell merged over several rows counts for each of them.
    private static func filled(_ table: SheetTable, below heading: Int) -> [SheetRow] {
        var rows = Array(table.rows.drop { $0.number <= heading })
        let merges = table.merges.filter {
            $0.first.row > heading && $0.last.row > $0.first.row && $0.first.column == $0.last.column
        }
        guard !merges.isEmpty else { return rows }
        let positions = Dictionary(rows.indices.map { (rows[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
        var reached: [Int: Int] = [:]
        for merge in merges.sorted(by: { $0.first.row < $1.first.row }) {
            // Merged cells do not overlap, but in a hostile file a million may.
            guard reached[merge.first.column].map({ $0 < merge.first.row }) ?? true else { continue }
            reached[merge.first.column] = merge.last.row
            guard let origin = positions[merge.first.row].flatMap({ rows[$0].cell(merge.first.column) }) else {
                continue
            }
            // Only rows that are there: a hostile file may merge a million.
            for position in (positions[merge.first.row] ?? 0)..<rows.count {
                guard rows[position].number <= merge.last.row else { break }
                guard rows[position].cell(merge.first.column) == nil else { continue }
                let cells = (rows[position].cells + [origin]).sorted { $0.column < $1.column }
                rows[position] = SheetRow(
                    number: rows[position].number, isHidden: rows[position].isHidden, cells: cells)
            }
        }
        return rows
    }

    private mutating func sort(_ row: SheetRow) {
        // In a sheet that the host wrote, a row with an id is a record, however little else it has.
        if let idColumn, RosterRows.isFilled(row[column: idColumn]) { return data.append(row) }
        let filled = columns.count { RosterRows.isFilled(row[column: $0]) }
        guard filled > 0 || row.cells.contains(where: { RosterRows.isFilled($0.value) }) else { return }
        switch RosterRows.mark(of: row) {
        case .end:
            isAfterEnd = true
            passedOver.append(row.number)
        case .subtotal: passedOver.append(row.number)
        case .none:
            if filled == 0 || isLoose(row, filled: filled) { passedOver.append(row.number) } else { data.append(row) }
        }
    }

    /// Whether a row has too little in it for where it stands: a group's title, a signature, a name below a signature.
    private func isLoose(_ row: SheetRow, filled: Int) -> Bool {
        if isAfterEnd { return filled < max(3, columns.count / 2) && filled < columns.count }
        guard columns.count >= 4, filled == 1 else { return false }
        let others = row.cells.count { RosterRows.isFilled($0.value) }
        return others == 1 || row.number > lastNumber + 1
    }

    private static func isFilled(_ value: CellValue) -> Bool {
        guard case .text(let text) = value else { return value != .empty }
        if let first = text.utf8.first, first > 0x20, first < 0x7F { return true }
        return text.unicodeScalars.contains { !$0.properties.isWhitespace && $0.value != 0x200B && $0.value != 0xFEFF }
    }

    private enum Mark { case none, subtotal, end }

    /// What the first text of a row says it is.
    ///
    /// Accents count: "Cộng" is a total, "Công" is a family name.
    private static func mark(of row: SheetRow) -> Mark {
        guard let first = row.cells.first(where: { isFilled($0.value) }), case .text(let text) = first.value else {
            return .none
        }
        // Totals and signatures begin with few letters; a quick look spares folding every ordinal and name.
        guard let initial = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
            initials.contains(initial)
        else { return .none }
        let key = VietnameseText.matchKey(String(text.prefix { $0 != ":" && $0 != "," }))
        if key == total || ends.contains(where: { key == $0 || key.hasPrefix($0 + " ") }) { return .end }
        if key == subtotal || key.hasPrefix(subtotal + " ") { return .subtotal }
        return VietnameseText.folded(text).hasPrefix("(ky") ? .end : .none
    }

    private static let initials = Set("TtCcNnXxKkDdAaẤấLlGg(".unicodeScalars)
    private static let subtotal = VietnameseText.matchKey("cộng")
    private static let total = VietnameseText.matchKey("tổng")
    private static let ends = [
        "tổng cộng", "tổng số", "người lập", "người lập biểu", "người lập bảng", "t/m", "tm", "tm.", "t/m.",
        "k/t", "t/l", "nơi nhận", "xác nhận của", "danh sách này", "danh sách gồm", "danh sách có", "ấn định",
        "thủ trưởng", "ghi chú", "lưu ý",
    ].map { VietnameseText.matchKey($0) }

    /// A row `(1) (2) (3)` or `A B 1 2` that numbers the columns below a heading.
    private static func isColumnNumbers(_ row: SheetRow) -> Bool {
        guard row.cells.count >= 3 else { return false }
        var numbers: [Int] = []
        for cell in row.cells {
            guard let text = cell.value.text else { return false }
            let bare = text.filter { !"()[] .".contains($0) }
            if let number = Int(bare) {
                numbers.append(number)
            } else if bare.count != 1 || !numbers.isEmpty {
                return false
            }
        }
        return numbers.count >= 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } && numbers[0] <= 3
    }
}
