import ChiboModel

/// Streams the rows of one kind that were so on a day into a snapshot, without a text or a value object for any of them.
struct SQLiteSnapshotReader {
    private let columns: SQLiteColumns

    init(_ kind: RecordKind) { columns = SQLiteColumns(kind) }

    func read(
        from connection: SQLiteConnection, isNewest: Bool, into builder: inout SnapshotBuilder
    ) throws(StoreError) {
        let believed =
            isNewest
            ? "\"superseded\" IS NULL"
            : "\"recorded\" <= ?2 AND (\"superseded\" IS NULL OR \"superseded\" > ?2)"
        let statement = try connection.prepare(
            """
            SELECT "id", "stated", "source_row", \(columns.list) FROM \(columns.table) NOT INDEXED
            WHERE \(believed) AND ("valid_from" IS NULL OR "valid_from" <= ?1)
            AND ("valid_to" IS NULL OR "valid_to" > ?1)
            """)
        try statement.bind(builder.asOf.iso, 1)
        if !isNewest { try statement.bind(builder.version.number, 2) }
        while try statement.step() { appendRow(statement, to: &builder) }
    }

    private func appendRow(_ row: borrowing SQLiteStatement, to builder: inout SnapshotBuilder) {
        let stated = DataVersion(row.integer(1))
        let sourceRow = row.optionalInteger(2).map(Int.init)
        unsafe row.withText(0) {
            unsafe builder.beginRow(columns.kind, utf8: $0, recorded: stated, sourceRow: sourceRow)
        }
        for index in columns.types.indices { append(row, Int32(index) + 3, index, to: &builder) }
    }

    private func append(
        _ row: borrowing SQLiteStatement, _ column: Int32, _ field: Int, to builder: inout SnapshotBuilder
    ) {
        let kind = columns.kind
        if row.isNull(column) { return }
        switch columns.types[field] {
        case .integer: builder.append(integer: row.integer(column), to: field, of: kind)
        case .boolean: builder.append(narrow: row.integer(column) == 0 ? 0 : 1, to: field, of: kind)
        case .date:
            if let date = row.date(column) { builder.append(narrow: date.dayNumber, to: field, of: kind) }
        case .partialDate:
            if let date = row.partialDate(column) { builder.append(narrow: date.packed, to: field, of: kind) }
        case .text, .code, .reference:
            unsafe row.withText(column) { unsafe builder.append(utf8: $0, to: field, of: kind) }
        }
    }
}
