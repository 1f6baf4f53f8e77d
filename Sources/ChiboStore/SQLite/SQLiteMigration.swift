import ChiboModel

/// One step from a released schema to the next, as frozen SQL: what a store was written with decides what it is read with.
struct SQLiteMigration {
    /// The schema that it leads to.
    let version: Int64
    /// The statements.
    let sql: String
    /// What has to be worked out besides, in the same transaction.
    ///
    /// It sees the schema of this step: what it does must not lean on what the program's own schema has become since.
    var finish: @Sendable (SQLiteConnection) throws(StoreError) -> Void = { _ throws(StoreError) in }

    /// All steps, in their order.
    static let all = [first, wholeModel, audit]

    /// Marks a file as Chibo's ("CHIB"), for `file` and for programs that ask before they write.
    static let applicationID: Int64 = 0x4348_4942
}

extension SQLiteConnection {
    /// Brings the file to the newest schema, each step in a transaction of its own.
    ///
    /// - Throws: ``StoreError/Code/foreign`` for another program's database, ``StoreError/Code/newerSchema`` for one that
    ///   this program is too old for.
    func migrate(_ migrations: [SQLiteMigration] = SQLiteMigration.all) throws(StoreError) {
        let known = migrations.last?.version ?? 0
        let found = try schemaVersion()
        guard found <= known else { throw .newerSchema(found: found, known: known, file: file) }
        for migration in migrations where migration.version > found { try apply(migration) }
    }

    private func apply(_ migration: SQLiteMigration) throws(StoreError) {
        try transaction(.write) { () throws(StoreError) in
            // Another process may have done it while this one waited.
            guard try schemaVersion() < migration.version else { return }
            try execute(migration.sql)
            try migration.finish(self)
            try execute(
                """
                PRAGMA application_id = \(SQLiteMigration.applicationID);
                CREATE TABLE IF NOT EXISTS "schema_migration" (
                    "version" INTEGER PRIMARY KEY, "applied_at" INTEGER NOT NULL
                ) STRICT;
                INSERT INTO "schema_migration" VALUES (\(migration.version), unixepoch());
                """)
        }
    }

    /// The newest migration that the file has seen; 0 for an empty file.
    ///
    /// - Throws: ``StoreError/Code/notADatabase`` or ``StoreError/Code/foreign`` for a file of somebody else's.
    func schemaVersion() throws(StoreError) -> Int64 {
        if try integer("PRAGMA application_id") == SQLiteMigration.applicationID {
            return try integer("SELECT max(\"version\") FROM \"schema_migration\"") ?? 0
        }
        guard try integer("SELECT count(*) FROM sqlite_schema") == 0 else { throw .foreignDatabase(file) }
        return 0
    }
}
