/// The name of a record: opaque, given once, never changed and never given again.
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text of the name, such as `M-000421`.
    public let text: String

    /// A name from its text.
    public init(_ text: String) { self.text = text }

    /// The id of the n-th record that the host gives an id to, in a kind.
    public init(_ kind: RecordKind, number: Int) { text = "\(Schema[kind].idPrefix)-\(padded(number, 6))" }

    /// The number of an id that the host gave, nil for any other id.
    public func number(in kind: RecordKind) -> Int? {
        let prefix = Schema[kind].idPrefix + "-"
        guard text.hasPrefix(prefix) else { return nil }
        return Int(text.dropFirst(prefix.count))
    }

    /// The text of the name.
    public var description: String { text }

    /// Whether one name comes before another, by bytes: the order of rows everywhere.
    public static func < (left: RecordID, right: RecordID) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

/// The value of one field of one record.
public enum FieldValue: Hashable, Sendable {
    /// Nothing is recorded.
    case missing
    case text(String)
    case integer(Int64)
    case boolean(Bool)
    case date(CalendarDate)
    case partialDate(PartialDate)
    case code(String)
    case reference(RecordID)

    /// The value with its text in NFC; any other value as it is.
    public var normalized: FieldValue {
        guard case .text(let text) = self else { return self }
        return .text(VietnameseText.normalized(text))
    }

    /// Whether a field of a type may hold it; `missing` fits every type.
    public func fits(_ type: FieldType) -> Bool {
        switch (self, type) {
        case (.missing, _), (.text, .text), (.integer, .integer), (.boolean, .boolean), (.date, .date),
            (.partialDate, .partialDate), (.reference, .reference):
            true
        case (.code(let code), .code(let list)): list.codes.contains(code)
        default: false
        }
    }

    /// The value as a machine reads it: ISO dates, codes, ids; nil where nothing is recorded.
    public var plain: String? {
        switch self {
        case .missing: nil
        case .text(let text), .code(let text): text
        case .integer(let number): String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .date(let date): date.iso
        case .partialDate(let date): date.iso
        case .reference(let id): id.text
        }
    }

    /// Reads what ``plain`` wrote; nil where the text is no value of the type.
    public init?(plain text: String, as type: FieldType) {
        switch type {
        case .text: self = .text(text)
        case .code: self = .code(text)
        case .reference: self = .reference(RecordID(text))
        case .integer:
            guard let number = Int64(text) else { return nil }
            self = .integer(number)
        case .boolean:
            guard text == "true" || text == "false" else { return nil }
            self = .boolean(text == "true")
        case .date:
            guard let date = CalendarDate(iso: text) else { return nil }
            self = .date(date)
        case .partialDate:
            guard let date = PartialDate(iso: text) else { return nil }
            self = .partialDate(date)
        }
    }
}
