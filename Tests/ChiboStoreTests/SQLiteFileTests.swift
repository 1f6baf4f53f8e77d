import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation
import Testing

/// What the file of a store is, and what happens when it is something else.
@Suite struct SQLiteFileTests {
    private func path() -> String { folder.file("\(UUID().uuidString).chibo") }

    private func code(opening path: String) -> StoreError.Code? {
        do throws(StoreError) {
            _ = try SQLiteStore(path: path, options: .init(patience: 50))
            return nil
        } catch {
            return error.code
        }
    }

    /// What Python's sqlite3, which is not our code, answers to a query; one line a row.
    private func query(_ path: String, _ sql: String) throws -> [String] {
        let program = """
            import sqlite3, sys
            with sqlite3.connect(sys.argv[1]) as db:
                for row in db.execute(sys.argv[2]): print("|".join("" if v is None else str(v) for v in row))
            """
        let result = try Oracle.python(program, [path, sql])
        #expect(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test func `what was written is there after closing and opening`() throws {
        let path = path()
        try SQLiteStore(path: path).say(member("M-1", name: "Lê Thị Hòa", row: 4))
        let store = try SQLiteStore(path: path)
        #expect(try store.currentVersion() == DataVersion(1))
        #expect(try store.snapshot(asOf: day("2024-01-01")).name(of: "M-1") == .text("Lê Thị Hòa"))
    }

    @Test func `the files are for their owner only`() throws {
        let path = path()
        let store = try SQLiteStore(path: path)
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
        }
    }

    @Test func `the file says that it is Chibo's, and another program can read it`() throws {
        let path = path()
        try SQLiteStore(path: path).say(
            Assertion(
                .transfer, RecordID("T-1"), from: day("2023-10-02"),
                values: values(
                    .transfer, ["destination.unit": .text("Đảng bộ phường"), "issued_on": .date(day("2023-10-02"))]),
                sourceRow: 9))
        #expect(try query(path, "PRAGMA application_id") == ["1128810818"])
        #expect(try query(path, "PRAGMA journal_mode") == ["wal"])
        let columns = "id, valid_from, valid_to, recorded, superseded, source_row, destination__unit, issued_on"
        #expect(
            try query(path, "SELECT \(columns) FROM transfer")
                == ["T-1|2023-10-02||1||9|Đảng bộ phường|2023-10-02"])
    }

    @Test func `the migrated tables are those of the schema`() throws {
        let path = path()
        _ = try SQLiteStore(path: path)
        let frame = [
            "entry|INTEGER", "id|TEXT", "valid_from|TEXT", "valid_to|TEXT", "recorded|INTEGER", "superseded|INTEGER",
            "stated|INTEGER", "source_row|INTEGER",
        ]
        for schema in Schema.all {
            let table = schema.kind.code
            let fields = schema.fields.map { field in
                let type =
                    switch field.type {
                    case .integer, .boolean: "INTEGER"
                    default: "TEXT"
                    }
                return "\(field.code.split(separator: ".").joined(separator: "__"))|\(type)"
            }
            // A column that a later migration adds stands at the end.
            let columns = try query(path, "SELECT name, type FROM pragma_table_info('\(table)')")
            #expect(Array(columns.prefix(frame.count)) == frame && columns.sorted() == (frame + fields).sorted())
            let references = schema.fields.compactMap { field -> String? in
                guard case .reference(let kind) = field.type else { return nil }
                return "\(field.code.split(separator: ".").joined(separator: "__"))|\(kind.code)_id"
            }
            let keys = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('\(table)')"
            let expected = references + ["id|\(table)_id", "recorded|change", "stated|change", "superseded|change"]
            #expect(try query(path, keys).sorted() == expected.sorted())
            #expect(try query(path, "SELECT strict FROM pragma_table_list('\(table)')") == ["1"])
        }
    }

    @Test func `a file that is no database is refused and left as it is`() throws {
        for content in [Data("họ và tên,ngày sinh\n".utf8), Data(repeating: 0xA5, count: 8192)] {
            let path = path()
            try content.write(to: URL(fileURLWithPath: path))
            #expect(code(opening: path) == .notADatabase)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
        }
    }

    @Test func `another program's database is refused and left as it is`() throws {
        let path = path()
        _ = try query(path, "CREATE TABLE song (title TEXT)")
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(code(opening: path) == .foreign)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `a store of a newer program is refused`() throws {
        let path = path()
        _ = try SQLiteStore(path: path)
        _ = try query(path, "INSERT INTO schema_migration VALUES (1000, 0)")
        #expect(code(opening: path) == .newerSchema)
    }

    @Test func `a damaged store is an error and no crash`() throws {
        let path = path()
        do {
            let store = try SQLiteStore(path: path)
            for round in 0..<20 {
                try store.say(member("M-\(round)", name: String(repeating: "Nguyễn Văn An ", count: 200)))
            }
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for index in 4096 * 60..<bytes.count { bytes[index] = 0xFF }
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StoreError.self) {
            _ = try SQLiteStore(path: path).snapshot(asOf: day("2024-01-01"))
        }
        #expect(error?.code == .corrupt)
    }

    @Test func `a folder that is not there, and one that may not be written, are told apart`() throws {
        #expect(code(opening: folder.path + "/nowhere/store.chibo") == .cannotOpen)
        #expect(code(opening: folder.path) == .cannotOpen)
        // /proc refuses to make files even for root.
        #expect([.cannotOpen, .readOnly].contains(code(opening: "/proc/store.chibo")))
    }

    @Test func `somebody else's long transaction ends in a clear error after the patience is over`() throws {
        let path = path()
        let store = try SQLiteStore(path: path, options: .init(patience: 100))
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        let program = """
            import sqlite3, sys, time
            db = sqlite3.connect(sys.argv[1], isolation_level=None)
            db.execute("BEGIN IMMEDIATE"); print("locked", flush=True); sys.stdin.read()
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Oracle.python)
        process.arguments = ["-c", program, path]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        _ = output.fileHandleForReading.availableData
        let error = #expect(throws: StoreError.self) { try store.say(member("M-1", name: "Lê Thị Hoa")) }
        #expect(error?.code == .busy)
        // Readers do not wait.
        #expect(try store.snapshot(asOf: day("2024-01-01")).name(of: "M-1") == .text("Lê Thị Hòa"))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(try store.say(member("M-1", name: "Lê Thị Hoa")) == DataVersion(2))
    }

    @Test func `a full disk ends the change set and keeps the store`() throws {
        let path = path()
        let store = try SQLiteStore(path: path, options: .init(pageLimit: 280))
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        let many = (2..<5000).map { member("M-\($0)", name: "Nguyễn Văn An \($0)") }
        let error = #expect(throws: StoreError.self) {
            try store.commit(ChangeSet(base: DataVersion(1), assertions: many, note: note))
        }
        #expect(error?.code == .full)
        #expect(try store.currentVersion() == DataVersion(1))
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 1)
        try store.say(member("M-1", name: "Lê Thị Hoa"))
        let again = try SQLiteStore(path: path)
        #expect(try again.snapshot(asOf: day("2024-01-01")).name(of: "M-1") == .text("Lê Thị Hoa"))
        #expect(try query(path, "PRAGMA integrity_check") == ["ok"])
    }

    @Test func `the audit log and the receipts cannot be changed afterwards`() throws {
        let path = path()
        let store = try SQLiteStore(path: path)
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        try store.append(
            RunReceipt(
                kind: "report", definition: "rp", scriptHash: "", dataVersion: DataVersion(1),
                asOf: day("2024-01-01"), hostVersion: "1", outputHash: ""))
        for sql in ["DELETE FROM change", "UPDATE change SET author = 'x'", "DELETE FROM receipt"] {
            let program = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(sys.argv[2])"
            let result = try Oracle.python(program, [path, sql])
            #expect(result.errors.contains("only added to"))
        }
    }
}
