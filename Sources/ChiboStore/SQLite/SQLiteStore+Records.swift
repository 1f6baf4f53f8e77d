public import ChiboModel

extension SQLiteStore {
    /// The version that the newest transaction made.
    public func currentVersion() throws(StoreError) -> DataVersion {
        try read { connection throws(StoreError) in try connection.currentVersion() }
    }

    /// The records as they were on a day, as the store knew them at a version.
    public func snapshot(
        asOf date: CalendarDate, version: DataVersion?, scope: SnapshotScope
    ) throws(StoreError) -> Snapshot {
        try read { connection throws(StoreError) in
            let current = try connection.currentVersion()
            let wanted = version ?? current
            guard wanted <= current else {
                throw .unknownVersion(String(wanted.number), current: String(current.number))
            }
            var builder = SnapshotBuilder(asOf: date, version: wanted, scope: scope)
            for kind in RecordKind.allCases where scope.loads(kind) {
                try SQLiteSnapshotReader(kind).read(from: connection, isNewest: wanted == current, into: &builder)
            }
            return builder.build()
        }
    }

    /// The committed transactions after a version, oldest first.
    public func history(after version: DataVersion, limit: Int) throws(StoreError) -> [CommittedChange] {
        try read { connection throws(StoreError) in
            let statement = try connection.prepare(
                "SELECT \(SQLiteChange.columns) FROM \"change\" WHERE \"version\" > ?1 ORDER BY \"version\" LIMIT ?2")
            try statement.bind(version.number, 1)
            try statement.bind(Int64(limit), 2)
            var changes: [CommittedChange] = []
            while try statement.step() { changes.append(SQLiteChange.read(statement, from: 0)) }
            return changes
        }
    }

    /// Everything that was ever said of a record.
    public func versions(of id: RecordID, in kind: RecordKind) throws(StoreError) -> [RecordHistory] {
        try read { connection throws(StoreError) in
            let columns = SQLiteColumns(kind)
            let statement = try connection.prepare(
                """
                SELECT \(SQLiteChange.columns), "valid_from", "valid_to", "recorded", "superseded", "source_row",
                \(columns.list) FROM \(columns.table) JOIN "change" ON "version" = "stated"
                WHERE "id" = ?1 ORDER BY "entry"
                """)
            try statement.bind(id.text, 1)
            var versions: [RecordHistory] = []
            while try statement.step() { versions.append(SQLiteChange.history(statement, columns)) }
            return versions
        }
    }

    /// The greatest number that an id of the kind ever had.
    public func lastNumber(of kind: RecordKind) throws(StoreError) -> Int {
        try read { connection throws(StoreError) in
            Int(try connection.integer("SELECT \"last\" FROM \"counter\" WHERE \"kind\" = '\(kind.code)'") ?? 0)
        }
    }
}

/// Rows of the table of changes.
enum SQLiteChange {
    static let columns = """
        "version", "recorded_at", "author", "action", "reason", "source_file", "source_sheet", "source_hash",
        "assertion_count"
        """

    private static let columnCount: Int32 = 9

    static func read(_ row: borrowing SQLiteStatement, from first: Int32) -> CommittedChange {
        CommittedChange(
            version: DataVersion(row.integer(first)), recordedAt: Instant(seconds: row.integer(first + 1)),
            note: ChangeNote(
                author: row.text(first + 2), action: row.text(first + 3), reason: row.text(first + 4),
                sourceFile: row.text(first + 5), sourceSheet: row.text(first + 6), sourceHash: row.text(first + 7)),
            assertionCount: Int(row.integer(first + 8)))
    }

    static func write(_ change: CommittedChange, to connection: SQLiteConnection) throws(StoreError) {
        let row = try connection.prepare("INSERT INTO \"change\" (\(columns)) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)")
        try row.bind(change.version.number, 1)
        try row.bind(change.recordedAt.seconds, 2)
        let note = change.note
        let texts = [note.author, note.action, note.reason, note.sourceFile, note.sourceSheet, note.sourceHash]
        for (index, text) in texts.enumerated() { try row.bind(text, Int32(index) + 3) }
        try row.bind(Int64(change.assertionCount), 9)
        try row.run()
    }

    /// A row of a record's table after the columns of the change that stated it.
    static func history(_ row: borrowing SQLiteStatement, _ columns: SQLiteColumns) -> RecordHistory {
        let source = read(row, from: 0)
        let first = columnCount
        return RecordHistory(
            version: RecordVersion(
                from: row.date(first), to: row.date(first + 1),
                values: columns.types.indices.map { row.value(first + 5 + Int32($0), as: columns.types[$0]) },
                recorded: source.version, sourceRow: row.optionalInteger(first + 4).map(Int.init)),
            believedSince: DataVersion(row.integer(first + 2)),
            superseded: row.optionalInteger(first + 3).map { DataVersion($0) }, source: source)
    }
}
