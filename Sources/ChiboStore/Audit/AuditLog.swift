public import ChiboModel

/// What a store can say about its own past: a chain of entries that shows every later change, and the erasure of people.
///
/// Every committed change is an entry. Its hash is made of its head, of a commitment to each row that it wrote or
/// superseded, and of the hash of the entry before it (``AuditEncoding`` has the bytes). What somebody changes afterwards,
/// by whatever way, does not agree with the hashes; who also makes all hashes anew is found out by a hash kept elsewhere.
public protocol AuditLog: Sendable {
    /// The newest entry's hash; nil for an empty store.
    func auditHead() throws(StoreError) -> AuditHash?

    /// Compares everything that the store holds with its chain.
    ///
    /// - Parameter checkpoint: A hash that some entry has to have; nil for none.
    /// - Returns: What was found, faults included.
    /// - Throws: What kept it from reading.
    func verifyAudit(expecting checkpoint: AuditHash?) throws(StoreError) -> AuditReport

    /// The rows that some transactions wrote or superseded, in the order of their writing, kind by kind.
    ///
    /// - Parameters:
    ///   - versions: The transactions.
    ///   - kind: Only records of this kind; nil for all.
    ///   - id: Only this record; nil for all.
    /// - Returns: The rows.
    /// - Throws: What kept it from reading.
    func rows(
        changedIn versions: ClosedRange<DataVersion>, of kind: RecordKind?, id: RecordID?
    ) throws(StoreError) -> [AuditRow]

    /// Every row that refers to one of some records, whatever became of the row since.
    func references(to records: Set<RecordKey>) throws(StoreError) -> [RecordReference]

    /// Erases records: what they said in every version, and the keys of their commitments. Their ids stay taken.
    ///
    /// What remains is a tombstone of each and the chain, which goes on to verify.
    ///
    /// - Parameters:
    ///   - records: The records; those that never were or are erased already are passed over.
    ///   - base: The version that it was worked out on.
    ///   - note: Who and why.
    /// - Returns: The version that it made; the current one where there was nothing to erase.
    /// - Throws: ``StoreError/Code/stale`` where the store has gone on.
    @discardableResult
    func erase(_ records: [RecordKey], base: DataVersion, note: ChangeNote) throws(StoreError) -> DataVersion

    /// Adds an entry that changes no record: that the store was restored, for example.
    ///
    /// - Returns: The version that it made.
    /// - Throws: ``StoreError/Code/stale`` where the store has gone on since the base.
    @discardableResult
    func remark(_ note: ChangeNote, base: DataVersion) throws(StoreError) -> DataVersion

    /// The tombstones, oldest first.
    func erasures() throws(StoreError) -> [Erasure]

    /// Sees to it that nothing of what was erased is left where the store keeps its data.
    ///
    /// - Throws: ``StoreError/Code/remains`` where somebody who still reads the older state stands in the way.
    func sweep() throws(StoreError)
}

/// The name of a record among all kinds.
public struct RecordKey: Hashable, Sendable {
    /// Its kind.
    public let kind: RecordKind
    /// Its id.
    public let id: RecordID

    /// The name of a record.
    public init(kind: RecordKind, id: RecordID) { (self.kind, self.id) = (kind, id) }
}

/// A row of a record with the transactions between which it was believed.
public struct AuditRow: Hashable, Sendable {
    /// The record.
    public let key: RecordKey
    /// The days, the values, and the transaction and row that said so.
    public let version: RecordVersion
    /// The transaction that wrote it.
    public let recorded: DataVersion
    /// The transaction that superseded it, nil where it is still believed.
    public let superseded: DataVersion?

    /// A row from its parts.
    public init(key: RecordKey, version: RecordVersion, recorded: DataVersion, superseded: DataVersion?) {
        (self.key, self.version) = (key, version)
        (self.recorded, self.superseded) = (recorded, superseded)
    }
}

/// A row that refers to a record.
public struct RecordReference: Hashable, Sendable {
    /// The record that refers.
    public let from: RecordKey
    /// The field that does.
    public let field: String
    /// The record that is referred to.
    public let to: RecordKey
    /// The transaction that wrote the row.
    public let recorded: DataVersion
    /// Whether the row is still believed.
    public let isBelieved: Bool

    /// A reference from its parts.
    public init(from: RecordKey, field: String, to: RecordKey, recorded: DataVersion, isBelieved: Bool) {
        (self.from, self.field, self.to) = (from, field, to)
        (self.recorded, self.isBelieved) = (recorded, isBelieved)
    }
}

/// What is left of an erased record.
public struct Erasure: Hashable, Sendable {
    /// The record that was.
    public let key: RecordKey
    /// The transaction that erased it: when, who, why.
    public let version: DataVersion

    /// A tombstone from its parts.
    public init(key: RecordKey, version: DataVersion) { (self.key, self.version) = (key, version) }
}
