import ChiboModel

/// The audit chain in the database: the seals of the entries, and the reading of all rows in the chain's order.
enum SQLiteAudit {
    /// Adds the entry of a transaction whose head and rows are written.
    static func seal(
        _ change: CommittedChange, _ leaves: [UInt8], in connection: SQLiteConnection
    ) throws(StoreError) {
        let previous = try hash(at: change.version.number - 1, in: connection)
        let insert = try connection.prepare("INSERT INTO \"seal\" VALUES (?1, ?2, ?3)")
        try insert.bind(change.version.number, 1)
        try insert.bind(leaves, 2)
        try insert.bind(AuditEncoding.hash(of: change, leaves: leaves, after: previous), 3)
        try insert.run()
    }

    /// The hash of an entry.
    static func hash(at version: Int64, in connection: SQLiteConnection) throws(StoreError) -> [UInt8] {
        if version == 0 { return AuditEncoding.origin }
        let query = try connection.prepare("SELECT \"hash\" FROM \"seal\" WHERE \"version\" = ?1")
        try query.bind(version, 1)
        guard try query.step() else { throw .brokenChain(String(version), file: connection.file) }
        return query.bytes(0)
    }

    /// Gives a verifier everything that the database holds.
    static func feed(_ verifier: inout AuditVerifier, from connection: SQLiteConnection) throws(StoreError) {
        var changes: [Int64: CommittedChange] = [:]
        let heads = try connection.prepare("SELECT \(SQLiteChange.columns) FROM \"change\"")
        while try heads.step() {
            let change = SQLiteChange.read(heads, from: 0)
            changes[change.version.number] = change
        }
        var seals: [Int64: AuditSeal] = [:]
        let sealed = try connection.prepare("SELECT \"version\", \"leaves\", \"hash\" FROM \"seal\"")
        while try sealed.step() {
            seals[sealed.integer(0)] = AuditSeal(leaves: sealed.bytes(1), hash: sealed.bytes(2))
        }
        let last = max(changes.keys.max() ?? 0, seals.keys.max() ?? 0)
        for version in 0..<last {
            verifier.add(changes[version + 1], seals[version + 1], version: DataVersion(version + 1))
        }
        try SQLiteAuditRows(connection).forEach { row, erased in
            if let erased { verifier.addErased(row, by: erased) } else { verifier.add(row) }
        }
    }
}

/// All rows of all kinds in the order of the chain, as the database keeps them, whatever this program's schema says.
struct SQLiteAuditRows {
    /// The columns that every kind's table begins with, and that are no fields.
    private static let frame: Set<String> = [
        "entry", "id", "valid_from", "valid_to", "recorded", "superseded", "stated", "source_row",
    ]

    private let connection: SQLiteConnection

    init(_ connection: SQLiteConnection) { self.connection = connection }

    /// The codes of the kinds that have tables, by their bytes.
    static func kinds(in connection: SQLiteConnection) throws(StoreError) -> [String] {
        let query = try connection.prepare(
            """
            SELECT "name" FROM sqlite_schema AS kind WHERE "type" = 'table'
            AND EXISTS (SELECT 1 FROM sqlite_schema WHERE "type" = 'table' AND "name" = kind."name" || '_id')
            """)
        var kinds: [String] = []
        while try query.step() { kinds.append(query.text(0)) }
        return kinds.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Reads the rows.
    ///
    /// - Parameter body: Gets each row, and for what is left of an erased one the transaction that erased it.
    /// - Throws: What SQLite says.
    func forEach(_ body: (AuditedRow, DataVersion?) -> Void) throws(StoreError) {
        for kind in try SQLiteAuditRows.kinds(in: connection) { try forEach(of: kind, body) }
    }

    /// Reads the rows of one kind.
    func forEach(of kind: String, _ body: (AuditedRow, DataVersion?) -> Void) throws(StoreError) {
        let columns = try fieldColumns(of: kind)
        var sealer = RowSealer(kind: kind, codes: columns.map { $0.replacing("__", with: ".") })
        let list = columns.map { ", r.\"\($0)\"" }.joined()
        let rows = try connection.prepare(
            """
            SELECT r."entry", r."recorded", r."superseded", r."id", "valid_from", "valid_to", "stated", "source_row",
            k."key"\(list) FROM "\(kind)" AS r LEFT JOIN "\(kind)_id" AS k ON k."id" = r."id" ORDER BY r."entry"
            """)
        var erased = try erasedRows(of: kind)[...]
        while try rows.step() {
            let entry = rows.integer(0)
            var row = AuditedRow(
                kind: kind, id: RecordID(rows.text(3)), recorded: DataVersion(rows.integer(1)),
                superseded: rows.optionalInteger(2).map { DataVersion($0) })
            // The number of an erased row may have been given again, by a later transaction.
            while let first = erased.first, first.entry <= entry {
                body(first.row, first.erased)
                erased.removeFirst()
            }
            sealer.append(rows, to: &row.commitment)
            body(row, nil)
        }
        for left in erased { body(left.row, left.erased) }
    }

    private func fieldColumns(of kind: String) throws(StoreError) -> [String] {
        let query = try connection.prepare("SELECT \"name\" FROM pragma_table_info('\(kind)')")
        var columns: [String] = []
        while try query.step() { columns.append(query.text(0)) }
        return columns.filter { !SQLiteAuditRows.frame.contains($0) }
    }

    private typealias Erased = (entry: Int64, row: AuditedRow, erased: DataVersion)

    private func erasedRows(of kind: String) throws(StoreError) -> [Erased] {
        let query = try connection.prepare(
            """
            SELECT "entry", "id", "recorded", "superseded", "erased" FROM "erased_row" WHERE "kind" = ?1
            ORDER BY "entry", "recorded"
            """)
        try query.bind(kind, 1)
        var rows: [Erased] = []
        while try query.step() {
            let row = AuditedRow(
                kind: kind, id: RecordID(query.text(1)), recorded: DataVersion(query.integer(2)),
                superseded: query.optionalInteger(3).map { DataVersion($0) })
            rows.append((query.integer(0), row, DataVersion(query.integer(4))))
        }
        return rows
    }
}

extension RowSealer {
    /// Adds the commitment to a row that the database keeps; nothing where its record has no key.
    ///
    /// The row's columns are those that ``SQLiteAuditRows`` asks for.
    fileprivate mutating func append(_ row: borrowing SQLiteStatement, to list: inout [UInt8]) {
        let key = row.bytes(8)
        guard key.count == AuditEncoding.keySize else { return }
        begin(key: key)
        for column in Int32(3)...7 { add(row, column) }
        for index in fields.indices {
            let column = Int32(fields[index].position) + 9
            guard !row.isNull(column) else { continue }
            addCode(index)
            add(row, column)
        }
        end(to: &list)
    }

    private mutating func add(_ row: borrowing SQLiteStatement, _ column: Int32) {
        if row.isNull(column) {
            add { AuditEncoding.appendNothing(to: &$0) }
        } else if row.isInteger(column) {
            let number = row.integer(column)
            add { AuditEncoding.append(number, to: &$0) }
        } else {
            unsafe row.withText(column) { text in add { unsafe AuditEncoding.append(utf8: text, to: &$0) } }
        }
    }
}
