public import ChiboModel

extension SQLiteStore {
    /// The newest entry's hash.
    public func auditHead() throws(StoreError) -> AuditHash? {
        try read { connection throws(StoreError) in
            let current = try connection.currentVersion()
            return current.number == 0 ? nil : AuditHash(try SQLiteAudit.hash(at: current.number, in: connection))
        }
    }

    /// Compares everything that the store holds with its chain.
    public func verifyAudit(expecting checkpoint: AuditHash?) throws(StoreError) -> AuditReport {
        try read { connection throws(StoreError) in
            var verifier = AuditVerifier()
            try SQLiteAudit.feed(&verifier, from: connection)
            return verifier.report(expecting: checkpoint)
        }
    }

    /// The rows that some transactions wrote or superseded.
    public func rows(
        changedIn versions: ClosedRange<DataVersion>, of kind: RecordKind?, id: RecordID?
    ) throws(StoreError) -> [AuditRow] {
        try read { connection throws(StoreError) in
            var rows: [AuditRow] = []
            for kind in kind.map({ [$0] }) ?? RecordKind.allCases {
                rows += try SQLiteStore.rows(changedIn: versions, SQLiteColumns(kind), id, connection)
            }
            return rows
        }
    }

    private static func rows(
        changedIn versions: ClosedRange<DataVersion>, _ columns: SQLiteColumns, _ id: RecordID?,
        _ connection: SQLiteConnection
    ) throws(StoreError) -> [AuditRow] {
        let query = try connection.prepare(
            """
            SELECT "id", "valid_from", "valid_to", "recorded", "superseded", "stated", "source_row", \(columns.list)
            FROM \(columns.table) WHERE ("recorded" BETWEEN ?1 AND ?2 OR "superseded" BETWEEN ?1 AND ?2)
            \(id == nil ? "" : "AND \"id\" = ?3") ORDER BY "entry"
            """)
        try query.bind(versions.lowerBound.number, 1)
        try query.bind(versions.upperBound.number, 2)
        if let id { try query.bind(id.text, 3) }
        var rows: [AuditRow] = []
        while try query.step() {
            let version = RecordVersion(
                from: query.date(1), to: query.date(2),
                values: columns.types.indices.map { query.value(Int32($0) + 7, as: columns.types[$0]) },
                recorded: DataVersion(query.integer(5)), sourceRow: query.optionalInteger(6).map(Int.init))
            rows.append(
                AuditRow(
                    key: RecordKey(kind: columns.kind, id: RecordID(query.text(0))), version: version,
                    recorded: DataVersion(query.integer(3)),
                    superseded: query.optionalInteger(4).map { DataVersion($0) }))
        }
        return rows
    }

    /// Every row that refers to one of some records.
    public func references(to records: Set<RecordKey>) throws(StoreError) -> [RecordReference] {
        let wanted = Set(records.map(\.kind))
        return try read { connection throws(StoreError) in
            var references: [RecordReference] = []
            for schema in Schema.all {
                for field in schema.fields {
                    guard case .reference(let kind) = field.type, wanted.contains(kind) else { continue }
                    let query = try connection.prepare(
                        """
                        SELECT "id", "\(SQLiteColumns.name(of: field))" AS target, "recorded", "superseded"
                        FROM "\(schema.kind.code)" WHERE target IS NOT NULL ORDER BY "entry"
                        """)
                    while try query.step() {
                        let target = RecordKey(kind: kind, id: RecordID(query.text(1)))
                        guard records.contains(target) else { continue }
                        references.append(
                            RecordReference(
                                from: RecordKey(kind: schema.kind, id: RecordID(query.text(0))), field: field.code,
                                to: target, recorded: DataVersion(query.integer(2)), isBelieved: query.isNull(3)))
                    }
                }
            }
            return references
        }
    }

    /// Adds an entry that changes no record.
    @discardableResult
    public func remark(_ note: ChangeNote, base: DataVersion) throws(StoreError) -> DataVersion {
        let now = clock()
        return try write { connection throws(StoreError) in
            let current = try connection.currentVersion()
            guard base == current else {
                throw .stale(base: String(base.number), current: String(current.number))
            }
            let next = DataVersion(current.number + 1)
            let change = CommittedChange(version: next, recordedAt: now, note: note, assertionCount: 0)
            try SQLiteChange.write(change, to: connection)
            try SQLiteAudit.seal(change, [], in: connection)
            return next
        }
    }

    /// The tombstones, oldest first.
    public func erasures() throws(StoreError) -> [Erasure] {
        try read { connection throws(StoreError) in
            let query = try connection.prepare(
                "SELECT \"kind\", \"id\", \"erased\" FROM \"erasure\" ORDER BY \"erased\", \"kind\", \"id\"")
            var erasures: [Erasure] = []
            while try query.step() {
                guard let kind = RecordKind(code: query.text(0)) else { continue }
                erasures.append(
                    Erasure(
                        key: RecordKey(kind: kind, id: RecordID(query.text(1))),
                        version: DataVersion(query.integer(2))))
            }
            return erasures
        }
    }
}
