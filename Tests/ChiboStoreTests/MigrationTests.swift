import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation
import Testing

/// Stores of released schemas, as their programs wrote them, under the present program.
@Suite struct MigrationTests {
    /// Makes the file of a released schema from its text, with Python.
    private func store(ofSchema number: Int) throws -> String {
        let path = folder.file("\(UUID().uuidString).chibo")
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[2], isolation_level=None)
            db.executescript(open(sys.argv[1], encoding="utf-8").read())
            """
        let source = RepositoryFolder.path + "/Tests/ChiboStoreTests/Files/schema-\(number).sql"
        let result = try Oracle.python(program, [source, path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    private func contents(_ path: String) throws -> String {
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            names = [n for n, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            for name in sorted(n for n in names if n + "_id" in names) + ["change", "receipt", "counter"]:
                cursor = db.execute(f'SELECT * FROM "{name}" ORDER BY 1')
                columns = [c[0] for c in cursor.description]
                for row in cursor: print(name, *sorted(f"{c}={v!r}" for c, v in zip(columns, row) if v is not None))
            """
        let result = try Oracle.python(program, [path])
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test func `a store of the first schema keeps everything, and gets a chain of its whole past`() throws {
        let path = try store(ofSchema: 1)
        let before = try contents(path)
        let store = try SQLiteStore(path: path)
        #expect(try contents(path) == before)
        #expect(try store.currentVersion() == DataVersion(5))
        #expect(try store.history().map(\.note.action).first == "import chi-bo")
        let then = try store.snapshot(asOf: day("2024-01-01"), version: DataVersion(2))
        let now = try store.snapshot(asOf: day("2024-01-01"))
        #expect(then.name(of: "M-000001") == .text("Nguyễn Thị Hòa"))
        #expect(now.name(of: "M-000001") == .text("Nguyễn Thị Hoà"))
        let row = try #require(now.row(of: RecordID("M-000002"), in: .member))
        #expect(now.value(.member, row: row, "branch") == .reference(RecordID("U-000002")))
        #expect(now[.rating].count == 2 && now[.meeting].count == 1)
        let report = try store.verifyAudit(expecting: nil)
        #expect(report.isIntact && report.entryCount == 5)
        // Eleven rows were stated, two of them superseded.
        #expect(report.commitmentCount == 13)
    }

    @Test func `a migrated store goes on: new changes join its chain, and its people can be erased`() throws {
        let path = try store(ofSchema: 1)
        let store = try SQLiteStore(path: path)
        let head = try store.auditHead()
        try store.say(member("M-000003", name: "Đặng Thu Hà", branch: "U-000001"))
        try store.erase([RecordKey(kind: .member, id: RecordID("M-000001"))], base: DataVersion(6), note: note)
        let report = try SQLiteStore(path: path).verifyAudit(expecting: head)
        #expect(report.isIntact && report.checkpoint == DataVersion(5) && report.erasedCount == 2)
    }

    @Test func `a migration that is ended in the middle leaves the old store`() throws {
        let path = try store(ofSchema: 1)
        let before = try contents(path)
        // No room for the new tables.
        let pages = try #require(
            Int64(
                try Oracle.python(
                    "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('PRAGMA "
                        + "page_count').fetchone()[0])",
                    [path]
                ).output.trimmingCharacters(in: .whitespacesAndNewlines)))
        let error = #expect(throws: StoreError.self) {
            try SQLiteStore(path: path, options: .init(pageLimit: pages + 1))
        }
        #expect(error?.code == .full)
        #expect(try contents(path) == before)
        #expect(try SQLiteStore(path: path).verifyAudit(expecting: nil).isIntact)
    }
}
