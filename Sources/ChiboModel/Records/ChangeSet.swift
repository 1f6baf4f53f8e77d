/// How far the store has come: 0 for an empty one, one more with each transaction.
public struct DataVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number of transactions so far.
    public let number: Int64

    /// The version after that many transactions.
    public init(_ number: Int64) { self.number = number }

    /// Whether one version is older than another.
    public static func < (left: DataVersion, right: DataVersion) -> Bool { left.number < right.number }

    /// The number.
    public var description: String { String(number) }
}

/// "From this day until that day, this record has these values": the one kind of change that a store knows.
///
/// Time in between is what the days say, time outside stays as it was. What the store believed before stays readable
/// under the older data version.
public struct Assertion: Hashable, Sendable {
    /// The kind of record.
    public let kind: RecordKind
    /// The record.
    public let id: RecordID
    /// The first day, or nil for "since ever".
    public let from: CalendarDate?
    /// The first day on which it is no longer so, or nil for "until further notice".
    public let to: CalendarDate?
    /// One value a field, in the order of the schema; nil says that there is no such record in that time.
    public let values: [FieldValue]?
    /// The row of the file that it was read from, as the person sees it in the spreadsheet.
    public let sourceRow: Int?

    /// An assertion from its parts.
    public init(
        _ kind: RecordKind, _ id: RecordID, from: CalendarDate? = nil, to: CalendarDate? = nil,
        values: [FieldValue]?, sourceRow: Int? = nil
    ) {
        (self.kind, self.id, self.from, self.to) = (kind, id, from, to)
        // The border of every store: whoever says it, a text is kept in NFC.
        self.values = values?.map(\.normalized)
        self.sourceRow = sourceRow
    }
}

/// Who changed something, why, and from what: the head of a transaction in the audit log.
public struct ChangeNote: Hashable, Sendable {
    /// The account of the operating system.
    public let author: String
    /// What it was, in words: `import dang-vien`, `proposal 12`.
    public let action: String
    /// Why, where somebody said it.
    public let reason: String
    /// The file that it came from, without its folder; empty for none.
    public let sourceFile: String
    /// The sheet of the file; empty for none.
    public let sourceSheet: String
    /// SHA-256 of the file's bytes in hexadecimal; empty for none.
    public let sourceHash: String

    /// A note from its parts.
    public init(
        author: String, action: String, reason: String = "", sourceFile: String = "", sourceSheet: String = "",
        sourceHash: String = ""
    ) {
        (self.author, self.action, self.reason) = (author, action, reason)
        (self.sourceFile, self.sourceSheet, self.sourceHash) = (sourceFile, sourceSheet, sourceHash)
    }
}

/// What one transaction changes: all of it happens, or nothing.
public struct ChangeSet: Hashable, Sendable {
    /// The version that it was worked out on; a store that has gone on since refuses it.
    public let base: DataVersion
    /// The changes; later ones win over earlier ones of the same record and days.
    public var assertions: [Assertion]
    /// Who, why and from what.
    public let note: ChangeNote

    /// A change set from its parts.
    public init(base: DataVersion, assertions: [Assertion] = [], note: ChangeNote) {
        (self.base, self.assertions, self.note) = (base, assertions, note)
    }
}

/// A committed transaction, as the audit log keeps it.
public struct CommittedChange: Hashable, Sendable {
    /// The version that it made.
    public let version: DataVersion
    /// When the store committed it.
    public let recordedAt: Instant
    /// Who, why and from what.
    public let note: ChangeNote
    /// How many assertions it had.
    public let assertionCount: Int

    /// A committed transaction from its parts.
    public init(version: DataVersion, recordedAt: Instant, note: ChangeNote, assertionCount: Int) {
        (self.version, self.recordedAt, self.note) = (version, recordedAt, note)
        self.assertionCount = assertionCount
    }
}
