/// The kinds of record that the host keeps.
public enum RecordKind: UInt8, CaseIterable, Sendable {
    case unit, adminUnit, member, rating, meeting, transfer, candidate, stage, admission, assignment, document
    case assessment, campaign, progress, event
    case unitAlias, headcount, delegation, introducer, reward, discipline, commitment, screeningCase, caseStep
    case residenceNote, paper, dues, attendance, trainingClass, enrolment, supervision, visit, inspection, feedback
    case issue, registration, registrationResult, plan, planLink, target, targetRevision, task, submission, recipient

    /// The name in code, as scripts and import mappings write it.
    public var code: String { Self.codes[Int(rawValue)] }

    private static let codes = allCases.map { kind in
        kind == .trainingClass ? "class" : snakeCase(String(describing: kind))
    }

    private static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
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

/// When the records of a kind come into a snapshot.
public enum RecordLoading: Sendable, Equatable {
    /// With every snapshot.
    case always
    /// Only where a script declares that it needs them: millions of rows that most runs never look at.
    case declared
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
    /// The fields, in the order of people's lists.
    ///
    /// The first reference that has a value says where a record belongs: to whose unit, where a run sees only some units.
    public let fields: [FieldDefinition]
    /// Values that follow from the fields.
    public let derived: [DerivedDefinition]
    /// When its records are loaded.
    public let loading: RecordLoading
    /// Sets of fields that tell two records apart, the strongest first; a record is known by the first set it has whole.
    public let identity: [[String]]

    /// The position of a field, if there is one of that name.
    public func index(of code: String) -> Int? { positions[code] }

    /// The field of a name.
    public func field(_ code: String) -> FieldDefinition? { positions[code].map { fields[$0] } }

    private let positions: [String: Int]

    init(
        _ kind: RecordKind, _ label: String, plural: String, idPrefix: String, start: RecordStart,
        identity: [[String]], loading: RecordLoading = .always, fields: [FieldDefinition],
        derived: [DerivedDefinition] = []
    ) {
        (self.kind, self.label, self.plural, self.idPrefix) = (kind, label, plural, idPrefix)
        (self.start, self.fields, self.derived, self.identity) = (start, fields, derived, identity)
        self.loading = loading
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
            switch schema.index(of: code).map(value) {
            case .date(let date): return date
            case .partialDate(let date): return date.earliest
            default: return nil
            }
        case .endOfYear(let code), .startOfYear(let code):
            guard let index = schema.index(of: code), case .integer(let year) = value(index),
                let year = Int(exactly: year), (1...9999).contains(year)
            else { return nil }
            return schema.start == .endOfYear(code) ? Period(year: year).last : Period(year: year).first
        }
    }
}
