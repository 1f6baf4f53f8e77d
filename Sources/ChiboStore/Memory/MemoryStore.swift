public import ChiboModel
import Synchronization

/// The store that keeps everything in memory: the twin of the databases, for tests, fixtures and trials.
///
/// It obeys the same laws as a database, and forgets everything when nobody holds it any more.
public final class MemoryStore: Store {
    /// A row: a version of a record, and between which transactions it was believed.
    struct Row {
        /// The number of the row among those of its kind.
        let entry: Int64
        let version: RecordVersion
        let believedSince: DataVersion
        var superseded: DataVersion?

        func isBelieved(at wanted: DataVersion) -> Bool {
            believedSince <= wanted && (superseded.map { wanted < $0 } ?? true)
        }
    }

    /// All that the store knows; a copy of it is a reader's own.
    struct State {
        var changes: [CommittedChange] = []
        var tables = RecordKind.allCases.map { _ in [RecordID: [Row]]() }
        /// How many rows each kind ever had.
        var rowCounts = RecordKind.allCases.map { _ in Int64(0) }
        /// The key of each record; an empty one where the record was erased.
        var keys: [RecordKey: [UInt8]] = [:]
        var seals: [AuditSeal] = []
        var erasures: [Erasure] = []
        var erasedRows: [ErasedRow] = []
        var runs: [RunKey: ScheduledRun] = [:]
        var marks: [String: ScheduleMark] = [:]
        var receipts: [RunReceipt] = []

        var version: DataVersion { DataVersion(Int64(changes.count)) }
    }

    let state = Mutex(State())
    let clock: StoreClock

    /// An empty store.
    ///
    /// - Parameter clock: The time that it writes; the host's clock unless a test brings its own.
    public init(clock: StoreClock? = nil) { self.clock = clock ?? { SystemClock.now } }

    /// The version that the newest transaction made.
    public func currentVersion() -> DataVersion { state.withLock { $0.version } }

    /// The committed transactions after a version, oldest first.
    public func history(after version: DataVersion, limit: Int) -> [CommittedChange] {
        state.withLock { Array($0.changes.dropFirst(Int(max(0, version.number))).prefix(limit)) }
    }

    /// Everything that was ever said of a record.
    public func versions(of id: RecordID, in kind: RecordKind) -> [RecordHistory] {
        state.withLock { state in
            (state.tables[Int(kind.rawValue)][id] ?? []).map { row in
                RecordHistory(
                    version: row.version, believedSince: row.believedSince, superseded: row.superseded,
                    source: state.changes[Int(row.version.recorded.number) - 1])
            }
        }
    }

    /// The greatest number that an id of the kind ever had.
    public func lastNumber(of kind: RecordKind) -> Int {
        state.withLock { state in
            state.keys.keys.reduce(0) { $1.kind == kind ? max($0, $1.id.number(in: kind) ?? 0) : $0 }
        }
    }

    /// The records as they were on a day, as the store knew them at a version.
    public func snapshot(
        asOf date: CalendarDate, version: DataVersion?, scope: SnapshotScope
    ) throws(StoreError) -> Snapshot {
        let state = state.withLock { $0 }
        let wanted = version ?? state.version
        guard wanted <= state.version else {
            throw .unknownVersion(String(wanted.number), current: String(state.version.number))
        }
        var builder = SnapshotBuilder(asOf: date, version: wanted, scope: scope)
        for kind in RecordKind.allCases where scope.loads(kind) {
            let table = state.tables[Int(kind.rawValue)]
            for id in table.keys.sorted() {
                guard let row = table[id]?.first(where: { $0.isBelieved(at: wanted) && $0.version.holds(on: date) })
                else { continue }
                builder.append(
                    kind, id: id, values: row.version.values, recorded: row.version.recorded,
                    sourceRow: row.version.sourceRow)
            }
        }
        return builder.build()
    }

    /// Carries out all of a change set, or nothing of it.
    @discardableResult
    public func commit(_ changes: ChangeSet) throws(StoreError) -> DataVersion {
        let validator = ChangeValidator()
        let references = try validator.foreignReferences(of: changes)
        let now = clock()
        let result: Result<DataVersion, StoreError> = state.withLock { state in
            guard changes.base == state.version else {
                return .failure(.stale(base: String(changes.base.number), current: String(state.version.number)))
            }
            if let missing = references.first(where: { state.keys[$0.key]?.isEmpty ?? true }) {
                return .failure(validator.dangling(missing, in: changes))
            }
            let groups = changes.byRecord
            // Asked before anything is touched: what follows cannot fail any more.
            if let gone = groups.first(where: { state.isErased($0.key, saying: $0.assertions) }) {
                return .failure(.erased(gone.key))
            }
            return .success(state.carryOut(changes, groups, at: now))
        }
        return try result.get()
    }
}

extension MemoryStore.State {
    /// Whether something is said of a record that was erased; that it is not is no news.
    fileprivate func isErased(_ key: RecordKey, saying assertions: [Assertion]) -> Bool {
        (keys[key]?.isEmpty ?? false) && assertions.contains { $0.values != nil }
    }

    fileprivate mutating func carryOut(
        _ changes: ChangeSet, _ groups: [(key: RecordKey, assertions: [Assertion])], at now: Instant
    ) -> DataVersion {
        let next = DataVersion(version.number + 1)
        var writer = MemoryWriter(next)
        for (key, assertions) in groups { writer.write(assertions, of: key, to: &self) }
        let leaves = writer.leaves
        guard !leaves.isEmpty else { return version }
        seal(
            CommittedChange(
                version: next, recordedAt: now, note: changes.note, assertionCount: changes.assertions.count), leaves)
        return next
    }

    /// Adds a transaction whose rows are written.
    mutating func seal(_ change: CommittedChange, _ leaves: AuditLeaves) {
        let bytes = leaves.bytes
        let hash = AuditEncoding.hash(of: change, leaves: bytes, after: seals.last?.hash ?? AuditEncoding.origin)
        changes.append(change)
        seals.append(AuditSeal(leaves: bytes, hash: hash))
    }
}

/// The writing of one change set.
private struct MemoryWriter {
    private let version: DataVersion
    private var random = RandomKeys()
    private var sealers = RecordKind.allCases.map { RowSealer($0) }
    private var rows = RecordKind.allCases.map { _ in AuditRows() }

    init(_ version: DataVersion) { self.version = version }

    /// What the audit chain says of what was written.
    var leaves: AuditLeaves {
        var leaves = AuditLeaves()
        for kind in RecordKind.allCases { leaves.add(rows[Int(kind.rawValue)], of: kind.code) }
        return leaves
    }

    mutating func write(
        _ assertions: [Assertion], of key: RecordKey, to state: inout MemoryStore.State
    ) {
        let table = Int(key.kind.rawValue)
        let old = state.tables[table][key.id] ?? []
        var record = WorkingRecord(
            old.enumerated().filter { $0.element.superseded == nil }.map {
                WorkingRecord.Entry(key: Int64($0.offset), version: $0.element.version)
            })
        for assertion in assertions { record.apply(assertion, at: version) }
        guard record.isChanged else { return }
        let secret = state.keys[key] ?? random.next()
        state.keys[key] = secret
        for entry in record.superseded {
            guard let place = entry.key.map(Int.init) else { continue }
            state.tables[table][key.id]?[place].superseded = version
            var commitment: [UInt8] = []
            sealers[table].append(entry.version, of: key.id, key: secret, to: &commitment)
            rows[table].superseded.append((old[place].entry, commitment))
        }
        for inserted in record.inserted {
            state.rowCounts[table] += 1
            sealers[table].append(inserted, of: key.id, key: secret, to: &rows[table].stated)
            state.tables[table][key.id, default: []].append(
                MemoryStore.Row(
                    entry: state.rowCounts[table], version: inserted, believedSince: version, superseded: nil))
        }
    }
}
