public import ChiboModel
import Synchronization

extension MemoryStore {
    /// What is left of an erased row.
    struct ErasedRow {
        let entry: Int64
        let key: RecordKey
        let recorded: DataVersion
        let superseded: DataVersion?
        let erased: DataVersion

        fileprivate var audited: AuditedRow {
            AuditedRow(kind: key.kind.code, id: key.id, recorded: recorded, superseded: superseded)
        }
    }

    /// The newest entry's hash.
    public func auditHead() -> AuditHash? { state.withLock { state in state.seals.last.map { AuditHash($0.hash) } } }

    /// Compares everything that the store holds with its chain.
    public func verifyAudit(expecting checkpoint: AuditHash?) -> AuditReport {
        let state = state.withLock { $0 }
        var verifier = AuditVerifier()
        for (change, seal) in zip(state.changes, state.seals) { verifier.add(change, seal, version: change.version) }
        for kind in RecordKind.allCases.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
            var erased = state.erasedRows.filter { $0.key.kind == kind }.sorted { $0.entry < $1.entry }[...]
            for (entry, row) in state.audited(kind) {
                while let first = erased.first, first.entry < entry {
                    verifier.addErased(first.audited, by: first.erased)
                    erased.removeFirst()
                }
                verifier.add(row)
            }
            for left in erased { verifier.addErased(left.audited, by: left.erased) }
        }
        return verifier.report(expecting: checkpoint)
    }

    /// The rows that some transactions wrote or superseded.
    public func rows(changedIn versions: ClosedRange<DataVersion>, of kind: RecordKind?, id: RecordID?) -> [AuditRow] {
        let state = state.withLock { $0 }
        return (kind.map { [$0] } ?? RecordKind.allCases).flatMap { kind in
            state.tables[Int(kind.rawValue)].filter { id == nil || $0.key == id }
                .flatMap { id, rows in rows.map { (entry: $0.entry, row: $0.audit(RecordKey(kind: kind, id: id))) } }
                .filter { versions.contains($0.row.recorded) || ($0.row.superseded.map(versions.contains) ?? false) }
                .sorted { $0.entry < $1.entry }.map(\.row)
        }
    }

    /// Every row that refers to one of some records.
    public func references(to records: Set<RecordKey>) -> [RecordReference] {
        let state = state.withLock { $0 }
        return Schema.all.flatMap { schema in
            let rows = state.tables[Int(schema.kind.rawValue)].flatMap { id, rows in rows.map { (id: id, row: $0) } }
                .sorted { $0.row.entry < $1.row.entry }
            return schema.fields.enumerated().flatMap { index, field -> [RecordReference] in
                guard case .reference(let kind) = field.type else { return [] }
                return rows.compactMap { id, row in
                    guard case .reference(let target) = row.version.values[index] else { return nil }
                    let key = RecordKey(kind: kind, id: target)
                    guard records.contains(key) else { return nil }
                    return RecordReference(
                        from: RecordKey(kind: schema.kind, id: id), field: field.code, to: key,
                        recorded: row.believedSince, isBelieved: row.superseded == nil)
                }
            }
        }
    }

    /// Erases records: what they said in every version, and the keys of their commitments.
    @discardableResult
    public func erase(
        _ records: [RecordKey], base: DataVersion, note: ChangeNote
    ) throws(StoreError) -> DataVersion {
        let now = clock()
        let result: Result<DataVersion, StoreError> = state.withLock { state in
            guard base == state.version else {
                return .failure(.stale(base: String(base.number), current: String(state.version.number)))
            }
            return .success(state.erase(records, note, at: now))
        }
        return try result.get()
    }

    /// Adds an entry that changes no record.
    @discardableResult
    public func remark(_ note: ChangeNote, base: DataVersion) throws(StoreError) -> DataVersion {
        let now = clock()
        let result: Result<DataVersion, StoreError> = state.withLock { state in
            guard base == state.version else {
                return .failure(.stale(base: String(base.number), current: String(state.version.number)))
            }
            let next = DataVersion(base.number + 1)
            state.seal(CommittedChange(version: next, recordedAt: now, note: note, assertionCount: 0), AuditLeaves())
            return .success(next)
        }
        return try result.get()
    }

    /// The tombstones, oldest first.
    public func erasures() -> [Erasure] { state.withLock { $0.erasures } }

    /// Nothing is kept anywhere but in the tables.
    public func sweep() {}
}

extension MemoryStore.Row {
    fileprivate func audit(_ key: RecordKey) -> AuditRow {
        AuditRow(key: key, version: version, recorded: believedSince, superseded: superseded)
    }
}

extension MemoryStore.State {
    /// The rows of a kind with their commitments, in the order of their numbers.
    fileprivate func audited(_ kind: RecordKind) -> [(entry: Int64, row: AuditedRow)] {
        var sealer = RowSealer(kind)
        return tables[Int(kind.rawValue)].flatMap { id, rows in rows.map { (id: id, row: $0) } }
            .sorted { $0.row.entry < $1.row.entry }
            .map { id, row in
                var audited = AuditedRow(
                    kind: kind.code, id: id, recorded: row.believedSince, superseded: row.superseded)
                let key = keys[RecordKey(kind: kind, id: id)] ?? []
                sealer.append(row.version, of: id, key: key, to: &audited.commitment)
                return (row.entry, audited)
            }
    }

    fileprivate mutating func erase(_ records: [RecordKey], _ note: ChangeNote, at now: Instant) -> DataVersion {
        let known = Set(records).filter { !(keys[$0]?.isEmpty ?? true) }
        guard !known.isEmpty else { return version }
        let next = DataVersion(version.number + 1)
        var leaves = AuditLeaves()
        for kind in RecordKind.allCases where known.contains(where: { $0.kind == kind }) {
            var rows = AuditRows()
            for (entry, row) in audited(kind) where known.contains(RecordKey(kind: kind, id: row.id)) {
                rows.erased += row.commitment
                erasedRows.append(
                    MemoryStore.ErasedRow(
                        entry: entry, key: RecordKey(kind: kind, id: row.id), recorded: row.recorded,
                        superseded: row.superseded, erased: next))
            }
            leaves.add(rows, of: kind.code)
        }
        for key in known.sorted(by: { ($0.kind.code, $0.id.text) < ($1.kind.code, $1.id.text) }) {
            tables[Int(key.kind.rawValue)][key.id] = nil
            keys[key] = []
            erasures.append(Erasure(key: key, version: next))
        }
        seal(CommittedChange(version: next, recordedAt: now, note: note, assertionCount: known.count), leaves)
        return next
    }
}
