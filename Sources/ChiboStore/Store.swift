public import ChiboModel

/// The memory of a host: records on two time axes with their audit chain, the history of schedules, the receipts of runs.
///
/// A store is used from several threads and, where it is a database, by several hosts at once; nothing in the contract
/// assumes one process, a session that stays open or a lock that a host holds. All stores obey the laws of
/// `checkStore` in the tests.
public protocol Store: RecordStore, ScheduleLedger, ReceiptLog, AuditLog {}

/// Records as dated assertions: what was so when, and since when the store knew it.
public protocol RecordStore: Sendable {
    /// The version that the newest transaction made.
    func currentVersion() throws(StoreError) -> DataVersion

    /// Carries out all of a change set, or nothing of it.
    ///
    /// - Returns: The version that it made; the current one where everything it says was so already.
    /// - Throws: ``StoreError/Code/stale`` where the store has gone on since the change set's base, and
    ///   ``StoreError/Code/invalid`` where an assertion does not fit the schema or refers to a record that never was.
    @discardableResult
    func commit(_ changes: ChangeSet) throws(StoreError) -> DataVersion

    /// The records of a scope as they were on a day, as the store knew them at a version; nil is the newest.
    func snapshot(
        asOf date: CalendarDate, version: DataVersion?, scope: SnapshotScope
    ) throws(StoreError) -> Snapshot

    /// The committed transactions after a version, oldest first.
    func history(after version: DataVersion, limit: Int) throws(StoreError) -> [CommittedChange]

    /// Everything that was ever said of a record, in the order in which it was said; empty for a record that never was.
    func versions(of id: RecordID, in kind: RecordKind) throws(StoreError) -> [RecordHistory]

    /// The greatest number that an id of the kind ever had, so that the host gives none a second time; 0 for none.
    func lastNumber(of kind: RecordKind) throws(StoreError) -> Int
}

extension RecordStore {
    /// All records as they were on a day, as the store knew them at a version; nil is the newest.
    public func snapshot(asOf date: CalendarDate, version: DataVersion? = nil) throws(StoreError) -> Snapshot {
        try snapshot(asOf: date, version: version, scope: .everything)
    }

    /// All committed transactions, oldest first.
    public func history() throws(StoreError) -> [CommittedChange] {
        try history(after: DataVersion(0), limit: Int.max)
    }
}

/// One version of a record with all that explains it: when it was so, who said it, and until when it was believed.
public struct RecordHistory: Hashable, Sendable {
    /// The days, the values, and the transaction and row that said so.
    public let version: RecordVersion
    /// The transaction since which the store believes it for just these days.
    public let believedSince: DataVersion
    /// The transaction that said otherwise, nil where it is still believed.
    public let superseded: DataVersion?
    /// The transaction that said so: who, when, from which file.
    public let source: CommittedChange

    /// A version from its parts.
    public init(
        version: RecordVersion, believedSince: DataVersion, superseded: DataVersion?, source: CommittedChange
    ) {
        (self.version, self.believedSince) = (version, believedSince)
        (self.superseded, self.source) = (superseded, source)
    }
}

/// Gives the time that a store writes beside what it is told.
public typealias StoreClock = @Sendable () -> Instant
