public import ChiboModel

extension SQLiteStore {
    /// Carries out all of a change set, or nothing of it.
    @discardableResult
    public func commit(_ changes: ChangeSet) throws(StoreError) -> DataVersion {
        let validator = ChangeValidator()
        let references = try validator.foreignReferences(of: changes)
        let groups = changes.byRecord
        let now = clock()
        return try write { connection throws(StoreError) in
            let current = try connection.currentVersion()
            guard changes.base == current else {
                throw .stale(base: String(changes.base.number), current: String(current.number))
            }
            if let reference = try connection.firstDangling(references) {
                throw validator.dangling(reference, in: changes)
            }
            let next = DataVersion(current.number + 1)
            // Rows point to the change, so it is written first; taken back where no row follows.
            try connection.execute("SAVEPOINT \"change\"")
            try SQLiteChange.write(
                changes.note, as: next, at: now, count: changes.assertions.count, to: connection)
            if try SQLiteCommit(next, groups).write(to: connection) { return next }
            try connection.execute("ROLLBACK TO \"change\"")
            return current
        }
    }
}

extension SQLiteConnection {
    /// The first of some references whose record never was.
    fileprivate func firstDangling(_ references: [ForeignReference]) throws(StoreError) -> ForeignReference? {
        for kind in RecordKind.allCases where references.contains(where: { $0.key.kind == kind }) {
            let query = try prepare("SELECT 1 FROM \(SQLiteColumns(kind).idTable) WHERE \"id\" = ?1")
            for reference in references where reference.key.kind == kind {
                try query.bind(reference.key.id.text, 1)
                guard try query.step() else { return reference }
                query.reset()
            }
        }
        return nil
    }
}

/// The writing of one change set, kind by kind, with each statement prepared once.
struct SQLiteCommit {
    private let version: DataVersion
    private var groups: [[(id: RecordID, assertions: [Assertion])]]

    init(_ version: DataVersion, _ groups: [(key: RecordKey, assertions: [Assertion])]) {
        self.version = version
        self.groups = RecordKind.allCases.map { _ in [] }
        for group in groups { self.groups[Int(group.key.kind.rawValue)].append((group.key.id, group.assertions)) }
    }

    /// Writes the rows.
    ///
    /// - Returns: Whether there were any to write.
    /// - Throws: What SQLite says.
    func write(to connection: SQLiteConnection) throws(StoreError) -> Bool {
        // All ids first: records of one change set may refer to each other.
        var isNew: [[Bool]] = []
        for kind in RecordKind.allCases { isNew.append(try register(kind, in: connection)) }
        var isChanged = false
        for kind in RecordKind.allCases where !groups[Int(kind.rawValue)].isEmpty {
            let writer = try SQLiteRecordWriter.make(kind, at: version, in: connection)
            for (index, group) in groups[Int(kind.rawValue)].enumerated() {
                let isFirst = isNew[Int(kind.rawValue)][index]
                if try writer.write(group.assertions, of: group.id, isNew: isFirst) { isChanged = true }
            }
        }
        return isChanged
    }

    /// Enters the ids that no record had before.
    private func register(_ kind: RecordKind, in connection: SQLiteConnection) throws(StoreError) -> [Bool] {
        let group = groups[Int(kind.rawValue)]
        if group.isEmpty { return [] }
        let insert = try connection.prepare("INSERT OR IGNORE INTO \(SQLiteColumns(kind).idTable) VALUES (?1)")
        var isNew: [Bool] = []
        var last = 0
        for (id, assertions) in group {
            // Saying that a record is not does not make it one that ever was.
            guard assertions.contains(where: { $0.values != nil }) else {
                isNew.append(false)
                continue
            }
            try insert.bind(id.text, 1)
            try insert.run()
            isNew.append(connection.changedRows == 1)
            if isNew.last == true { last = max(last, id.number(in: kind) ?? 0) }
        }
        if last > 0 { try count(last, of: kind, in: connection) }
        return isNew
    }

    private func count(_ last: Int, of kind: RecordKind, in connection: SQLiteConnection) throws(StoreError) {
        try connection.execute(
            """
            INSERT INTO "counter" VALUES ('\(kind.code)', \(last))
            ON CONFLICT ("kind") DO UPDATE SET "last" = max("last", excluded."last")
            """)
    }
}

/// Works assertions into the rows of one kind.
struct SQLiteRecordWriter: ~Copyable {
    private let columns: SQLiteColumns
    private let version: DataVersion
    private let select: SQLiteStatement
    private let supersede: SQLiteStatement
    private let insert: SQLiteStatement

    private init(
        _ columns: SQLiteColumns, _ version: DataVersion, select: consuming SQLiteStatement,
        supersede: consuming SQLiteStatement, insert: consuming SQLiteStatement
    ) {
        (self.columns, self.version) = (columns, version)
        self.select = select
        self.supersede = supersede
        self.insert = insert
    }

    /// Prepares the statements for a kind.
    static func make(
        _ kind: RecordKind, at version: DataVersion, in connection: SQLiteConnection
    ) throws(StoreError) -> SQLiteRecordWriter {
        let columns = SQLiteColumns(kind)
        let select = try connection.prepare(
            """
            SELECT "entry", "valid_from", "valid_to", "stated", "source_row", \(columns.list)
            FROM \(columns.table) WHERE "id" = ?1 AND "superseded" IS NULL
            """)
        let supersede = try connection.prepare(
            "UPDATE \(columns.table) SET \"superseded\" = \(version.number) WHERE \"entry\" = ?1")
        let parameters = Array(repeating: "?", count: columns.types.count + 5).joined(separator: ", ")
        let insert = try connection.prepare(
            """
            INSERT INTO \(columns.table) ("recorded", "id", "valid_from", "valid_to", "stated", "source_row",
            \(columns.list)) VALUES (\(version.number), \(parameters))
            """)
        return SQLiteRecordWriter(columns, version, select: select, supersede: supersede, insert: insert)
    }

    /// Works in what is said of one record.
    ///
    /// - Returns: Whether there was anything to write.
    /// - Throws: What SQLite says.
    func write(_ assertions: [Assertion], of id: RecordID, isNew: Bool) throws(StoreError) -> Bool {
        var record = WorkingRecord(isNew ? [] : try believed(id))
        for assertion in assertions { record.apply(assertion, at: version) }
        for entry in record.superseded {
            try supersede.bind(entry, 1)
            try supersede.run()
        }
        for version in record.inserted { try add(version, of: id) }
        return record.isChanged
    }

    private func believed(_ id: RecordID) throws(StoreError) -> [WorkingRecord.Entry] {
        try select.bind(id.text, 1)
        var entries: [WorkingRecord.Entry] = []
        while try select.step() {
            let version = RecordVersion(
                from: select.date(1), to: select.date(2),
                values: columns.types.indices.map { select.value(Int32($0) + 5, as: columns.types[$0]) },
                recorded: DataVersion(select.integer(3)), sourceRow: select.optionalInteger(4).map(Int.init))
            entries.append(WorkingRecord.Entry(key: select.integer(0), version: version))
        }
        select.reset()
        return entries
    }

    private func add(_ version: RecordVersion, of id: RecordID) throws(StoreError) {
        try insert.bind(id.text, 1)
        try insert.bind(version.from?.iso, 2)
        try insert.bind(version.to?.iso, 3)
        try insert.bind(version.recorded.number, 4)
        try insert.bind(version.sourceRow.map { Int64($0) }, 5)
        for (index, value) in version.values.enumerated() { try insert.bind(value, Int32(index) + 6) }
        try insert.run()
    }
}
