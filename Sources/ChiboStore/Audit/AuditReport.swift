public import ChiboModel

/// The hash of an entry of the audit chain: who keeps one elsewhere can tell that nothing up to it was changed since.
public struct AuditHash: Hashable, Sendable, CustomStringConvertible {
    /// Its 32 bytes.
    public let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A hash from its 64 hexadecimal digits; nil for any other text.
    public init?(hexadecimal text: String) {
        guard text.utf8.count == 2 * AuditEncoding.hashSize else { return nil }
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.utf8.count else { return nil }
        bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// The hash in small hexadecimal digits.
    public var description: String { SHA256.hexadecimal(bytes) }
}

/// What a verification of the audit chain found.
public struct AuditReport: Sendable, Hashable {
    /// Something that is not as the chain says.
    public struct Fault: Sendable, Hashable {
        /// What it is.
        public enum Kind: Sendable, Hashable {
            /// The head of the transaction is not there.
            case entryMissing
            /// The transaction has no place in the chain.
            case sealMissing
            /// The head of the transaction or the list of its rows is not what the hash was made of.
            case headChanged
            /// A row of a record is not what it was when the transaction wrote it.
            case rowChanged(RecordID)
            /// A row that the transaction wrote is not there; the id is that of the row found in its place, if any.
            case rowMissing
            /// A row says that the transaction wrote it, and it did not.
            case rowAdded(RecordID)
        }

        /// The transaction.
        public let version: DataVersion
        /// What is wrong with it.
        public let kind: Kind
        /// The code of the kind of record that a row is of; nil where it is not about a row.
        public let record: String?
    }

    /// How many entries the chain has.
    public let entryCount: Int
    /// How many commitments to rows they hold.
    public let commitmentCount: Int
    /// How many of them belong to data that was erased.
    public let erasedCount: Int
    /// The newest entry's hash; nil for an empty chain.
    public let head: AuditHash?
    /// The first fault of each entry that has one, oldest entry first.
    public let faults: [Fault]
    /// The entry that has the hash that was expected; nil where none was asked for, or none has it.
    public let checkpoint: DataVersion?
    /// Whether a hash was expected and no entry has it.
    public let lacksCheckpoint: Bool

    /// Whether everything is as the chain says.
    public var isIntact: Bool { faults.isEmpty && !lacksCheckpoint }
}
