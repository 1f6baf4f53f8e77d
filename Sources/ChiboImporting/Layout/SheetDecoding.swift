internal import ChiboModel
internal import ChiboOffice

/// A sheet in Unicode: cells in old fonts, and columns whose words prove an old encoding, are decoded and counted.
struct SheetDecoding {
    /// The sheet in Unicode.
    let table: SheetTable
    /// What was decoded, from left to right.
    let decoded: [DecodedCells]

    /// Decodes a sheet.
    ///
    /// - Parameters:
    ///   - table: The sheet as the file has it.
    ///   - legacy: The encoding that the whole file was decoded from already.
    init(_ table: SheetTable, legacy: LegacyEncoding? = nil) {
        var decoder = SheetDecoder(table.rows, legacy: legacy)
        let rows = decoder.isNeeded ? table.rows.map { decoder.decode($0) } : table.rows
        self.table = SheetTable(
            sheet: table.sheet, rows: rows, merges: table.merges, hiddenColumns: table.hiddenColumns)
        decoded = decoder.decoded
    }

    /// A sheet that the host wrote, which is in Unicode.
    init(verbatim table: SheetTable) { (self.table, decoded) = (table, []) }
}

/// The cells of a column that were decoded, for the report.
struct DecodedCells {
    let column: Int
    let encoding: LegacyEncoding
    private(set) var count = 0
    private var words: [String: (count: Int, decoded: String)] = [:]

    init(_ column: Int, _ encoding: LegacyEncoding) { (self.column, self.encoding) = (column, encoding) }

    mutating func add(_ text: String, decoded: String) {
        count += 1
        let (old, new) = (text.split(separator: " "), decoded.split(separator: " "))
        guard old.count == new.count, words.count < 500 else { return }
        for (old, new) in zip(old, new) where old != new {
            words[String(old), default: (0, String(new))].count += 1
        }
    }

    /// A word before and after: one that many cells share, which names nobody; nil where no word is shared.
    var sample: (old: String, new: String)? {
        let best = words.filter { $0.value.count > 1 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        return best.map { ($0.key, $0.value.decoded) }
    }
}

/// Decodes rows by the encodings of their columns.
private struct SheetDecoder {
    private struct Key: Hashable {
        let column: Int
        let encoding: LegacyEncoding
    }

    /// How many rows, and texts with letters beyond ASCII in them, tell what a column is in.
    private static let looked = 5000
    private static let enough = 500

    private let legacy: LegacyEncoding?
    private var guess = EncodingGuess()
    /// The old fonts of the sheet; few sheets have any.
    private var fonts: [String: LegacyEncoding] = [:]
    private var hasCapitals = false
    private var columns: [Int: (encoding: LegacyEncoding, isMixed: Bool)] = [:]
    private var counts: [Key: DecodedCells] = [:]

    init(_ rows: [SheetRow], legacy: LegacyEncoding?) {
        self.legacy = legacy
        guard legacy == nil else { return }
        let (names, lastColumn) = SheetDecoder.survey(rows)
        for name in names { fonts[name] = LegacyEncoding(font: name) }
        hasCapitals = fonts.values.contains(.tcvn3Capitals)
        let fonts = fonts
        for column in 1..<(lastColumn + 1) {
            // Marks that were typed as signs of their own are looked for in the rows of people alone.
            let texts = rows.prefix(SheetDecoder.looked).lazy.compactMap { row -> String? in
                guard let cell = row.cell(column), case .text(let text) = cell.value,
                    !text.utf8.allSatisfy({ $0 < 0x80 }), fonts.isEmpty || cell.font.flatMap({ fonts[$0] }) == nil
                else { return nil }
                return text
            }
            // What comes after them in another encoding is met cell by cell.
            columns[column] = guess.encoding(of: texts.prefix(SheetDecoder.enough))
        }
    }

    var decoded: [DecodedCells] {
        counts.values.sorted { ($0.column, $0.encoding.rawValue) < ($1.column, $1.encoding.rawValue) }
    }

    /// Whether any cell may have to be decoded or counted.
    var isNeeded: Bool { legacy != nil || !fonts.isEmpty || !columns.isEmpty }

    private func font(_ cell: SheetCell) -> LegacyEncoding? { fonts.isEmpty ? nil : cell.font.flatMap { fonts[$0] } }

    /// The fonts of a sheet, and its last column.
    private static func survey(_ rows: [SheetRow]) -> (fonts: Set<String>, lastColumn: Int) {
        var fonts: Set<String> = []
        var (last, lastColumn) = ("", 0)
        for row in rows {
            lastColumn = max(lastColumn, row.cells.last?.column ?? 0)
            // Whole rows have one font.
            for cell in row.cells {
                guard let font = cell.font, font != last else { continue }
                fonts.insert(font)
                last = font
            }
        }
        return (fonts, lastColumn)
    }

    mutating func decode(_ row: SheetRow) -> SheetRow {
        var cells = row.cells
        var isChanged = false
        for index in cells.indices {
            guard case .text(let text) = cells[index].value,
                !text.utf8.allSatisfy({ $0 < 0x80 }) || (hasCapitals && font(cells[index]) == .tcvn3Capitals)
            else { continue }
            let column = cells[index].column
            if let legacy {
                count(column, legacy, text, text)
                continue
            }
            let own = font(cells[index])
            guard let encoding = own ?? columns[column]?.encoding else { continue }
            let isMixed = own == nil && columns[column]?.isMixed == true
            let unicode = guess.decode(text, of: encoding, isMixed: isMixed)
            guard unicode != text else { continue }
            count(column, encoding, text, unicode)
            cells[index] = SheetCell(column: column, value: .text(unicode))
            isChanged = true
        }
        return isChanged ? SheetRow(number: row.number, isHidden: row.isHidden, cells: cells) : row
    }

    private mutating func count(_ column: Int, _ encoding: LegacyEncoding, _ old: String, _ new: String) {
        counts[Key(column: column, encoding: encoding), default: DecodedCells(column, encoding)].add(old, decoded: new)
    }
}
