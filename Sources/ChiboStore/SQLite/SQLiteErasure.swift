public import ChiboModel
import Synchronization

extension SQLiteStore {
    /// Erases records: what they said in every version, and the keys of their commitments.
    @discardableResult
    public func erase(
        _ records: [RecordKey], base: DataVersion, note: ChangeNote
    ) throws(StoreError) -> DataVersion {
        let now = clock()
        let version = try write { connection throws(StoreError) in
            let current = try connection.currentVersion()
            guard base == current else {
                throw .stale(base: String(base.number), current: String(current.number))
            }
            let erasure = SQLiteErasure(DataVersion(current.number + 1), connection)
            let known = try erasure.known(records)
            guard !known.isEmpty else { return current }
            let change = CommittedChange(
                version: erasure.version, recordedAt: now, note: note, assertionCount: known.count)
            try SQLiteChange.write(change, to: connection)
            try SQLiteAudit.seal(change, try erasure.erase(known).bytes, in: connection)
            return erasure.version
        }
        return version
    }

    /// Sees to it that nothing of what was erased is left in the file or in the files beside it.
    ///
    /// What a page of the database does not use any more keeps its bytes, and the log of changes keeps whole pages; so the
    /// file is written anew and the log emptied. Both wait for other programs as long as the store's patience goes.
    public func sweep() throws(StoreError) {
        try writer.withLock { connection throws(StoreError) in
            do throws(StoreError) {
                // The new file is built in memory: a temporary one would be one more copy of everything.
                try connection.execute("PRAGMA temp_store = MEMORY; VACUUM")
                guard try connection.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
                    throw .remains(file: connection.file)
                }
            } catch  where error.code == .busy {
                throw .remains(file: connection.file)
            }
        }
    }
}

/// The erasing of records in one transaction.
private struct SQLiteErasure {
    let version: DataVersion
    private let connection: SQLiteConnection

    init(_ version: DataVersion, _ connection: SQLiteConnection) {
        (self.version, self.connection) = (version, connection)
    }

    /// Those of some records that are there to be erased, each once.
    func known(_ records: [RecordKey]) throws(StoreError) -> [RecordKey] {
        var known: [RecordKey] = []
        for record in Set(records) {
            let query = try connection.prepare(
                "SELECT 1 FROM \(SQLiteColumns(record.kind).idTable) WHERE \"id\" = ?1 AND \"key\" IS NOT NULL")
            try query.bind(record.id.text, 1)
            if try query.step() { known.append(record) }
        }
        return known
    }

    /// Erases the records, and says what the chain says of it.
    func erase(_ records: [RecordKey]) throws(StoreError) -> AuditLeaves {
        var leaves = AuditLeaves()
        for kind in RecordKind.allCases {
            let ids = Set(records.filter { $0.kind == kind }.map(\.id))
            if ids.isEmpty { continue }
            var rows = AuditRows()
            for commitment in try commitments(kind.code, ids) { rows.erased += commitment }
            leaves.add(rows, of: kind.code)
            for id in ids { try erase(id, kind) }
        }
        return leaves
    }

    /// The commitments to all rows of some records, in the order of their numbers.
    private func commitments(_ kind: String, _ ids: Set<RecordID>) throws(StoreError) -> [[UInt8]] {
        var found: [[UInt8]] = []
        try SQLiteAuditRows(connection).forEach(of: kind) { row, erased in
            if erased == nil, ids.contains(row.id) { found.append(row.commitment) }
        }
        return found
    }

    private func erase(_ id: RecordID, _ kind: RecordKind) throws(StoreError) {
        let columns = SQLiteColumns(kind)
        let statements = [
            """
            INSERT INTO "erased_row" ("kind", "entry", "recorded", "superseded", "id", "erased")
            SELECT '\(kind.code)', "entry", "recorded", "superseded", "id", \(version.number)
            FROM \(columns.table) WHERE "id" = ?1
            """,
            "DELETE FROM \(columns.table) WHERE \"id\" = ?1",
            "UPDATE \(columns.idTable) SET \"key\" = NULL WHERE \"id\" = ?1",
            "INSERT INTO \"erasure\" VALUES ('\(kind.code)', ?1, \(version.number))",
        ]
        for sql in statements {
            let statement = try connection.prepare(sql)
            try statement.bind(id.text, 1)
            try statement.run()
        }
    }
}
