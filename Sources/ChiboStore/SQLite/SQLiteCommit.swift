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
            let change = CommittedChange(
                version: next, recordedAt: now, note: changes.note, assertionCount: changes.assertions.count)
            try SQLiteChange.write(change, to: connection)
            let leaves = try SQLiteCommit(next, groups).write(to: connection)
            guard leaves.isEmpty else {
                try SQLiteAudit.seal(change, leaves.bytes, in: connection)
                return next
            }
            try connection.execute("ROLLBACK TO \"change\"")
            return current
        }
    }
}

extension SQLiteConnection {
    /// The first of some references whose record never was.
    fileprivate func firstDangling(_ references: [ForeignReference]) throws(StoreError) -> ForeignReference? {
        for kind in RecordKind.allCases where references.contains(where: { $0.key.kind == kind }) {
            let query = try prepare(
                "SELECT 1 FROM \(SQLiteColumns(kind).idTable) WHERE \"id\" = ?1 AND \"key\" IS NOT NULL")
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
    /// - Returns: What the audit chain says of them; nothing where there were none to write.
    /// - Throws: What SQLite says.
    func write(to connection: SQLiteConnection) throws(StoreError) -> AuditLeaves {
        // All ids first: records of one change set may refer to each other.
        var random = RandomKeys()
        var keys: [[[UInt8]?]] = []
        for kind in RecordKind.allCases { keys.append(try register(kind, &random, in: connection)) }
        var leaves = AuditLeaves()
        for kind in RecordKind.allCases where !groups[Int(kind.rawValue)].isEmpty {
            var writer = try SQLiteRecordWriter.make(kind, at: version, in: connection)
            for (index, group) in groups[Int(kind.rawValue)].enumerated() {
                try writer.write(group.assertions, of: group.id, newKey: keys[Int(kind.rawValue)][index])
            }
            leaves.add(writer.rows, of: kind.code)
        }
        return leaves
    }

    /// Enters the ids that no record had before.
    ///
    /// - Returns: The keys that they got, nil for a record that was there already.
    private func register(
        _ kind: RecordKind, _ random: inout RandomKeys, in connection: SQLiteConnection
    ) throws(StoreError) -> [[UInt8]?] {
        let group = groups[Int(kind.rawValue)]
        if group.isEmpty { return [] }
        let insert = try connection.prepare(
            "INSERT OR IGNORE INTO \(SQLiteColumns(kind).idTable) (\"id\", \"key\") VALUES (?1, ?2)")
        var keys: [[UInt8]?] = []
        var last = 0
        for (id, assertions) in group {
            // Saying that a record is not does not make it one that ever was.
            guard assertions.contains(where: { $0.values != nil }) else {
                keys.append(nil)
                continue
            }
            let key = random.next()
            try insert.bind(id.text, 1)
            try insert.bind(key, 2)
            try insert.run()
            let isNew = connection.changedRows == 1
            keys.append(isNew ? key : nil)
            if isNew { last = max(last, id.number(in: kind) ?? 0) }
        }
        if last > 0 { try count(last, of: kind, in: connection) }
        return keys
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
    private var sealer: RowSealer
    private let select: SQLiteStatement
    private let selectKey: SQLiteStatement
    private let supersede: SQLiteStatement
    private let insert: SQLiteStatement
    private let connection: SQLiteConnection
    /// What the audit chain says of the rows written so far.
    private(set) var rows = AuditRows()

    private init(
        _ columns: SQLiteColumns, _ version: DataVersion, select: consuming SQLiteStatement,
        selectKey: consuming SQLiteStatement, supersede: consuming SQLiteStatement,
        insert: consuming SQLiteStatement, on connection: SQLiteConnection
    ) {
        (self.columns, self.version, self.connection) = (columns, version, connection)
        sealer = RowSealer(columns.kind)
        self.select = select
        self.selectKey = selectKey
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
        let selectKey = try connection.prepare("SELECT \"key\" FROM \(columns.idTable) WHERE \"id\" = ?1")
        let supersede = try connection.prepare(
            "UPDATE \(columns.table) SET \"superseded\" = \(version.number) WHERE \"entry\" = ?1")
        let parameters = Array(repeating: "?", count: columns.types.count + 5).joined(separator: ", ")
        let insert = try connection.prepare(
            """
            INSERT INTO \(columns.table) ("recorded", "id", "valid_from", "valid_to", "stated", "source_row",
            \(columns.list)) VALUES (\(version.number), \(parameters))
            """)
        return SQLiteRecordWriter(
            columns, version, select: select, selectKey: selectKey, supersede: supersede, insert: insert, on: connection
        )
    }

    /// Works in what is said of one record.
    ///
    /// - Parameters:
    ///   - assertions: What is said.
    ///   - id: The record.
    ///   - newKey: Its key, where it is new.
    /// - Throws: What SQLite says, and ``StoreError/Code/erased`` for a record that was erased.
    mutating func write(_ assertions: [Assertion], of id: RecordID, newKey: [UInt8]?) throws(StoreError) {
        var record = WorkingRecord(newKey == nil ? try believed(id) : [])
        for assertion in assertions { record.apply(assertion, at: version) }
        guard record.isChanged else { return }
        let key = if let newKey { newKey } else { try self.key(of: id) }
        for old in record.superseded {
            guard let entry = old.key else { continue }
            try supersede.bind(entry, 1)
            try supersede.run()
            var commitment: [UInt8] = []
            sealer.append(old.version, of: id, key: key, to: &commitment)
            rows.superseded.append((entry, commitment))
        }
        for version in record.inserted {
            try add(version, of: id)
            sealer.append(version, of: id, key: key, to: &rows.stated)
        }
    }

    private func key(of id: RecordID) throws(StoreError) -> [UInt8] {
        try selectKey.bind(id.text, 1)
        let key = try selectKey.step() ? selectKey.bytes(0) : []
        selectKey.reset()
        if key.isEmpty { throw .erased(RecordKey(kind: columns.kind, id: id), file: connection.file) }
        return key
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
