/// How closely a field's values are kept (domain.md §2 and §7).
public enum Sensitivity: String, Sendable, Comparable {
    /// Says nothing of a person.
    case none
    /// Personal: a name, a birth date, an address.
    case basic
    /// Sensitive by law: anything that shows political membership, ethnicity, belief, health.
    case sensitive
    /// Restricted by the office: internal party matters.
    case restricted

    private var rank: Int {
        switch self {
        case .none: 0
        case .basic: 1
        case .sensitive: 2
        case .restricted: 3
        }
    }

    /// Whether one class is less closely kept than another.
    public static func < (left: Sensitivity, right: Sensitivity) -> Bool { left.rank < right.rank }
}

/// What kind of value a field holds.
public enum FieldType: Sendable, Equatable {
    case text, integer, boolean, date, partialDate
    /// One of a closed list of codes.
    case code(CodeList)
    /// Another record.
    case reference(RecordKind)
}

/// What an empty value of a field means to a rule.
public enum EmptyMeaning: String, Sendable {
    /// There is a value, and nobody has entered it.
    case missing
    /// There is none: a member who has not left has no date of leaving.
    case none
}

/// One field of a kind of record: the row of the table that storage, Lua, import and documentation are made from.
public struct FieldDefinition: Sendable, Equatable {
    /// The name in code: small English letters with `_`; a dot for a part of a structure, `destination.unit`.
    public let code: String
    /// The Vietnamese label.
    public let label: String
    /// The kind of value.
    public let type: FieldType
    /// How closely it is kept.
    public let sensitivity: Sensitivity
    /// What an empty value means.
    public let empty: EmptyMeaning
    /// Whether a new value is true from a date on (a branch, a grade) or corrects the old one (a name).
    public let changesInTime: Bool
    /// Whether it tells who somebody is, or is nobody's business but the office's: shown to a script only where the unit
    /// grants it.
    public let isGuarded: Bool
    /// What a number counts, in Vietnamese: `đồng`, `%`, `người`; empty where it counts nothing.
    public let measure: String
    /// Of a reference: what the records that refer to an owner are called on it; nil for the plural of their kind.
    public let inverse: String?
    /// Other headings that offices write above it.
    public let synonyms: [String]

    /// A field from its parts.
    public init(
        _ code: String, _ label: String, _ type: FieldType, _ sensitivity: Sensitivity = .none,
        empty: EmptyMeaning = .missing, changesInTime: Bool = false, isGuarded: Bool = false, measure: String = "",
        inverse: String? = nil,
        synonyms: [String] = []
    ) {
        (self.code, self.label, self.type, self.sensitivity) = (code, label, type, sensitivity)
        (self.empty, self.changesInTime, self.synonyms) = (empty, changesInTime, synonyms)
        (self.isGuarded, self.measure, self.inverse) = (isGuarded, measure, inverse)
    }
}

/// A closed list of codes with their Vietnamese labels.
public struct CodeList: Sendable, Equatable {
    /// One code of a list.
    public struct Entry: Sendable, Equatable {
        /// The code, as scripts write it.
        public let code: String
        /// The label, as people read it.
        public let label: String
        /// What offices also write for it: abbreviations, other wordings.
        public let synonyms: [String]
    }

    /// The list's name, for messages.
    public let name: String
    /// The codes, in the order in which people list them.
    public let entries: [Entry]

    /// A list from rows of code, label and other wordings.
    init(_ name: String, _ rows: [(String, String, [String])]) {
        self.name = name
        entries = rows.map { Entry(code: $0.0, label: $0.1, synonyms: $0.2) }
    }

    /// The codes alone.
    public var codes: [String] { entries.map(\.code) }

    /// The label of a code, or the code itself where the list does not have it.
    public func label(of code: String) -> String { entries.first { $0.code == code }?.label ?? code }

    /// The place of a code in the list; what is not in it comes last.
    public func rank(of code: String) -> Int { entries.firstIndex { $0.code == code } ?? entries.count }

    /// The code that a text means: the code itself, its label or another wording, whatever the case and the accents' place.
    public func code(for text: String) -> String? {
        let key = VietnameseText.matchKey(text)
        return entries.first { entry in
            ([entry.code, entry.label] + entry.synonyms).contains { VietnameseText.matchKey($0) == key }
        }?.code
    }
}
