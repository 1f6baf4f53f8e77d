public import ChiboModel
import Synchronization

/// The store that keeps everything in memory: the twin of the databases, for tests, fixtures and trials.
///
/// It obeys the same laws as a database, and forgets everything when nobody holds it any more.
public final class MemoryStore: Store {
    /// A row: a version of a record, and between which transactions it was believed.
    struct Row {
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
        state.withLock { $0.tables[Int(kind.rawValue)].keys.reduce(0) { max($0, $1.number(in: kind) ?? 0) } }
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
            if let missing = references.first(where: { state.tables[Int($0.key.kind.rawValue)][$0.key.id] == nil }) {
                return .failure(validator.dangling(missing, in: changes))
            }
            return .success(state.carryOut(changes, at: now))
        }
        return try result.get()
    }
}

extension MemoryStore.State {
    fileprivate mutating func carryOut(_ changes: ChangeSet, at now: Instant) -> DataVersion {
        let next = DataVersion(version.number + 1)
        var isChanged = false
        for (key, assertions) in changes.byRecord {
            let rows = tables[Int(key.kind.rawValue)][key.id] ?? []
            var record = WorkingRecord(
                rows.enumerated().filter { $0.element.superseded == nil }.map {
                    WorkingRecord.Entry(key: Int64($0.offset), version: $0.element.version)
                })
            for assertion in assertions { record.apply(assertion, at: next) }
            guard record.isChanged else { continue }
            isChanged = true
            write(record, of: key, at: next)
        }
        guard isChanged else { return version }
        changes.note.committed(as: next, at: now, count: changes.assertions.count, to: &self.changes)
        return next
    }

    private mutating func write(_ record: WorkingRecord, of key: RecordKey, at next: DataVersion) {
        let table = Int(key.kind.rawValue)
        for row in record.superseded { tables[table][key.id]?[Int(row)].superseded = next }
        tables[table][key.id, default: []] += record.inserted.map {
            MemoryStore.Row(version: $0, believedSince: next, superseded: nil)
        }
    }
}

extension ChangeNote {
    fileprivate func committed(
        as version: DataVersion, at now: Instant, count: Int, to changes: inout [CommittedChange]
    ) {
        changes.append(CommittedChange(version: version, recordedAt: now, note: self, assertionCount: count))
    }
}
