internal import ChiboModel
internal import ChiboOffice

/// What the texts of a column show only together: the order of its dates, an encoding whose marks are typed apart.
struct ColumnEvidence {
    /// How many cells tell how a column writes its dates.
    private static let looked = 5000

    /// The order in which most of its dates are written; nil where none shows it, or the column is none of dates.
    private(set) var order: ImportMapping.DateOrder?
    /// VIQR or Telex, where every text agrees.
    private(set) var typed: LegacyEncoding?
    /// Whether its texts are words, which may be garbled.
    private(set) var isOfWords = false
    /// Whether it was decoded from TCVN3, of which cleaners delete the letter ư.
    let mayLackLetters: Bool

    init(_ rows: [SheetRow], _ column: Int, _ type: FieldType, decoded: [DecodedCells]) {
        mayLackLetters = decoded.contains { $0.column == column && $0.encoding == .tcvn3 }
        let texts = rows.lazy.compactMap { row -> String? in
            guard case .text(let text) = row[column: column] else { return nil }
            return text
        }
        switch type {
        case .date, .partialDate: order = DateText.order(of: texts.prefix(ColumnEvidence.looked))
        case .text, .code, .reference:
            isOfWords = true
            var guess = EncodingGuess()
            typed = guess.typedMarks(of: texts)
        case .integer, .boolean: break
        }
    }
}
