/// The kinds of record that the host keeps.
public enum RecordKind: UInt8, CaseIterable, Sendable {
    case unit, adminUnit, member, rating, meeting, transfer, candidate, stage, admission, assignment, document
    case assessment, campaign, progress, event

    /// The name in code, as scripts and import mappings write it.
    public var code: String {
        switch self {
        case .adminUnit: "admin_unit"
        default: String(describing: self)
        }
    }

    /// The name of the root collection that scripts see.
    public var plural: String { Schema[self].plural }

    /// The kind with a name in code; `branch` is a unit.
    public init?(code: String) {
        guard let kind = RecordKind.allCases.first(where: { $0.code == (code == "branch" ? "unit" : code) })
        else { return nil }
        self = kind
    }
}

/// From when on a record is true, where nobody says it.
public enum RecordStart: Sendable, Equatable {
    /// From the date in a field; since ever where the field is empty.
    case field(String)
    /// From the last day of the year in a field: a rating of 2023 is known at the end of 2023.
    case endOfYear(String)
    /// From the first day of the year in a field.
    case startOfYear(String)
}

/// A value that follows from others, named beside the fields so that scripts and documentation know it.
public struct DerivedDefinition: Sendable, Equatable {
    /// The name in code.
    public let code: String
    /// The Vietnamese label.
    public let label: String
}

/// The fields of one kind of record and how its records are told apart.
public struct RecordSchema: Sendable, Equatable {
    /// The kind.
    public let kind: RecordKind
    /// The Vietnamese label.
    public let label: String
    /// The root collection's name.
    public let plural: String
    /// What ids that the host gives begin with.
    public let idPrefix: String
    /// From when on a new record is true.
    public let start: RecordStart
    /// The fields, in the order of storage and of people's lists.
    public let fields: [FieldDefinition]
    /// Values that follow from the fields.
    public let derived: [DerivedDefinition]
    /// Sets of fields that tell two records apart, the strongest first; a record is known by the first set it has whole.
    public let identity: [[String]]

    /// The position of a field, if there is one of that name.
    public func index(of code: String) -> Int? { positions[code] }

    /// The field of a name.
    public func field(_ code: String) -> FieldDefinition? { positions[code].map { fields[$0] } }

    private let positions: [String: Int]

    init(
        _ kind: RecordKind, _ label: String, plural: String, idPrefix: String, start: RecordStart,
        identity: [[String]], fields: [FieldDefinition], derived: [DerivedDefinition] = []
    ) {
        (self.kind, self.label, self.plural, self.idPrefix) = (kind, label, plural, idPrefix)
        (self.start, self.fields, self.derived, self.identity) = (start, fields, derived, identity)
        positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.code, $0) })
    }
}

extension RecordStart {
    /// The day from which a record with these values is true, where nobody says another; nil for "since ever".
    public static func day(of values: [FieldValue], kind: RecordKind) -> CalendarDate? {
        day(of: kind) { values[$0] }
    }

    /// The same for a record whose values are read by the positions of the fields.
    public static func day(of kind: RecordKind, _ value: (Int) -> FieldValue) -> CalendarDate? {
        let schema = Schema[kind]
        switch schema.start {
        case .field(let code):
            guard let index = schema.index(of: code), case .date(let date) = value(index) else { return nil }
            return date
        case .endOfYear(let code), .startOfYear(let code):
            guard let index = schema.index(of: code), case .integer(let year) = value(index),
                let year = Int(exactly: year), (1...9999).contains(year)
            else { return nil }
            return schema.start == .endOfYear(code) ? Period(year: year).last : Period(year: year).first
        }
    }
}
