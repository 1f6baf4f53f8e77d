import ChiboModel

/// How the fields of a kind of record are columns of its table.
struct SQLiteColumns {
    let kind: RecordKind
    let types: [FieldType]
    /// The fields' columns, quoted and joined by commas.
    let list: String

    init(_ kind: RecordKind) {
        self.kind = kind
        types = Schema[kind].fields.map(\.type)
        list = Schema[kind].fields.map { "\"\(Self.name(of: $0))\"" }.joined(separator: ", ")
    }

    /// The kind's table, quoted.
    var table: String { "\"\(kind.code)\"" }
    /// The table of the ids that were ever given, quoted.
    var idTable: String { "\"\(kind.code)_id\"" }

    /// The column of a field.
    static func name(of field: FieldDefinition) -> String {
        field.code.split(separator: ".").joined(separator: "__")
    }
}

extension SQLiteStatement {
    /// Binds the value of a field.
    func bind(_ value: FieldValue, _ parameter: Int32) throws(StoreError) {
        switch value {
        case .missing: try bindNull(parameter)
        case .text(let text), .code(let text): try bind(text, parameter)
        case .reference(let id): try bind(id.text, parameter)
        case .integer(let number): try bind(number, parameter)
        case .boolean(let flag): try bind(Int64(flag ? 1 : 0), parameter)
        case .date(let date): try bind(date.iso, parameter)
        case .partialDate(let date): try bind(date.iso, parameter)
        }
    }

    /// The value of a field.
    func value(_ column: Int32, as type: FieldType) -> FieldValue {
        if isNull(column) { return .missing }
        return switch type {
        case .text: .text(text(column))
        case .code: .code(text(column))
        case .reference: .reference(RecordID(text(column)))
        case .integer: .integer(integer(column))
        case .boolean: .boolean(integer(column) != 0)
        case .date: date(column).map(FieldValue.date) ?? .missing
        case .partialDate: partialDate(column).map(FieldValue.partialDate) ?? .missing
        }
    }

    /// A date, nil for "no value".
    func date(_ column: Int32) -> CalendarDate? { unsafe withText(column) { unsafe ISODate($0).exact } }

    /// A date of which only a part may be known.
    func partialDate(_ column: Int32) -> PartialDate? { unsafe withText(column) { unsafe ISODate($0).partial } }

    /// A number, nil for "no value".
    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
}

/// Reads dates that this store wrote, without making a text of each.
struct ISODate {
    private let year: Int
    private let month: Int?
    private let day: Int?

    /// The parts of `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
    @unsafe init(_ text: UnsafeBufferPointer<UInt8>) {
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= text.count else { return nil }
            var result = 0
            for index in range { result = result * 10 + Int(unsafe text[index]) - 0x30 }
            return result
        }
        year = number(0..<4) ?? 0
        month = number(5..<7)
        day = number(8..<10)
    }

    var partial: PartialDate? { PartialDate(year: year, month: month, day: day) }

    var exact: CalendarDate? {
        guard let month, let day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
