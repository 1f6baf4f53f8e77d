import ChiboModel

/// The audit chain: a random key for every record, a seal for every transaction, and what is left of erased records.
extension SQLiteMigration {
    static let audit = SQLiteMigration(version: 3, sql: auditTables, finish: sealWhatIsThere)

    private static let auditTables = """
        CREATE TABLE "seal" (
            "version" INTEGER PRIMARY KEY REFERENCES "change" ("version"), "leaves" BLOB NOT NULL, "hash" BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER "seal_is_kept" BEFORE DELETE ON "seal"
        BEGIN SELECT RAISE (ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER "seal_is_final" BEFORE UPDATE ON "seal"
        BEGIN SELECT RAISE (ABORT, 'the audit log is only added to'); END;

        CREATE TABLE "erasure" (
            "kind" TEXT NOT NULL, "id" TEXT NOT NULL, "erased" INTEGER NOT NULL REFERENCES "change" ("version"),
            PRIMARY KEY ("kind", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE "erased_row" (
            "kind" TEXT NOT NULL, "entry" INTEGER NOT NULL, "recorded" INTEGER NOT NULL, "superseded" INTEGER,
            "id" TEXT NOT NULL, "erased" INTEGER NOT NULL REFERENCES "change" ("version"),
            PRIMARY KEY ("kind", "entry", "recorded")
        ) STRICT, WITHOUT ROWID;
        """

    /// Gives every record its key and every transaction its seal, for the kinds that the file has.
    private static let sealWhatIsThere: @Sendable (SQLiteConnection) throws(StoreError) -> Void = {
        connection throws(StoreError) in
        for kind in try SQLiteAuditRows.kinds(in: connection) {
            try connection.execute(
                """
                ALTER TABLE "\(kind)_id" ADD COLUMN "key" BLOB;
                UPDATE "\(kind)_id" SET "key" = randomblob (\(AuditEncoding.keySize));
                """)
        }
        var rows: [DataVersion: [String: AuditRows]] = [:]
        var number: Int64 = 0
        try SQLiteAuditRows(connection).forEach { row, _ in
            number += 1
            rows[row.recorded, default: [:]][row.kind, default: AuditRows()].stated += row.commitment
            if let superseded = row.superseded {
                rows[superseded, default: [:]][row.kind, default: AuditRows()].superseded
                    .append((number, row.commitment))
            }
        }
        let heads = try connection.prepare("SELECT \(SQLiteChange.columns) FROM \"change\" ORDER BY \"version\"")
        while try heads.step() {
            let change = SQLiteChange.read(heads, from: 0)
            var leaves = AuditLeaves()
            for (kind, rows) in rows[change.version] ?? [:] { leaves.add(rows, of: kind) }
            try SQLiteAudit.seal(change, leaves.bytes, in: connection)
        }
    }
}
