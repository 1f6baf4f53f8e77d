import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation
import Testing

/// The audit chain in a file: what other programs make of it, and what they cannot do to it unseen.
@Suite struct SQLiteAuditTests {
    private func path() -> String { folder.file("\(UUID().uuidString).chibo") }

    /// A store with a history: two branches, three members, a correction, a move, an erasure, a rating.
    private func office(_ path: String) throws -> SQLiteStore {
        let store = try SQLiteStore(path: path)
        try store.say(
            unit("U-1", name: "Chi bộ Một"), member("M-1", name: "Lê Thị Hòa", branch: "U-1", row: 4),
            member("M-2", name: "Vũ Duy", from: "2020-01-01", row: 5), member("M-3", name: "Mai Tủ", row: 6))
        try store.say(member("M-2", name: "Vũ Duy Anh", from: "2022-01-01", row: 2))
        try store.say(
            Assertion(
                .rating, RecordID("R-1"),
                values: values(.rating, ["member": .reference(RecordID("M-2")), "year": .integer(2023)])),
            Assertion(.unit, RecordID("U-2"), values: values(.unit, ["name": .text("=1+1"), "special": .missing])))
        try store.erase(
            [RecordKey(kind: .member, id: RecordID("M-3"))], base: DataVersion(3),
            note: ChangeNote(author: "vpdu", action: "forget", reason: "theo đơn"))
        try store.say(member("M-1", name: "Lê Thị Hoà", branch: "U-1", row: 9))
        return store
    }

    private func python(_ program: String, _ arguments: String...) throws -> String {
        let result = try Oracle.python(program, arguments)
        #expect(result.status == 0, "\(result.errors)")
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func `a program that is not ours comes to the same hashes from the description of the bytes`() throws {
        let path = path()
        let head = try #require(try office(path).auditHead())
        // After the doc comment of AuditEncoding, with hashlib and sqlite3.
        let program = """
            import hashlib, sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            def value(v):
                if v is None: return b"\\0"
                if isinstance(v, int): return b"I" + v.to_bytes(8, "big", signed=True)
                return b"T" + len(v.encode()).to_bytes(4, "big") + v.encode()
            names = [n for n, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            kinds = sorted(n for n in names if n + "_id" in names)
            frame = ["entry", "id", "valid_from", "valid_to", "recorded", "superseded", "stated", "source_row"]
            stated, superseded, known = {}, {}, {}
            for kind in kinds:
                join = f'"{kind}" r JOIN "{kind}_id" k USING (id)'
                cursor = db.execute(f'SELECT r.*, k.key AS "the key" FROM {join} ORDER BY entry')
                columns = [c[0] for c in cursor.description]
                for row in cursor:
                    row = dict(zip(columns, row)); key = row.pop("the key")
                    said = value(kind) + b"".join(value(row[c]) for c in ["id", "valid_from", "valid_to", "stated", "source_row"])
                    for column in sorted((c for c in row if c not in frame), key=lambda c: c.replace("__", ".").encode()):
                        if row[column] is not None: said += value(column.replace("__", ".")) + value(row[column])
                    c = hashlib.blake2b(said, key=key, digest_size=32).digest()
                    stated.setdefault(row["recorded"], []).append(c)
                    if row["superseded"]: superseded.setdefault(row["superseded"], []).append(c)
            previous, erased = bytes(32), {v for v, in db.execute("SELECT recorded FROM erased_row")}
            for change in db.execute('SELECT * FROM "change" ORDER BY version'):
                leaves, stored = db.execute("SELECT leaves, hash FROM seal WHERE version = ?", (change[0],)).fetchone()
                if change[0] not in erased and "forget" not in change:
                    ours = b"".join(b"S" + c for c in stated.get(change[0], [])) + b"".join(b"X" + c for c in superseded.get(change[0], []))
                    assert ours == leaves, change
                head = b"".join(value(v) for v in change)
                said = previous + head + hashlib.sha256(leaves).digest()
                previous = hashlib.sha256(b"chibo audit 1\\n" + said).digest()
                assert previous == stored, change
            print(previous.hex())
            """
        #expect(try python(program, path) == "\(head)")
    }

    /// Changes that somebody makes with other tools, and where the chain breaks.
    @Test(arguments: [
        ("UPDATE change SET author = 'ai' WHERE version = 2", 2, "headChanged"),
        ("UPDATE change SET recorded_at = recorded_at + 1 WHERE version = 5", 5, "headChanged"),
        ("UPDATE change SET reason = '' WHERE version = 4", 4, "headChanged"),
        ("DELETE FROM change WHERE version = 3", 3, "entryMissing"),
        ("DELETE FROM seal WHERE version = 2", 2, "sealMissing"),
        ("UPDATE member SET full_name = 'Vũ Duy Em' WHERE id = 'M-2' AND superseded IS NULL", 2, "rowChanged"),
        ("UPDATE member SET full_name = 'Vũ Duy Em' WHERE id = 'M-2' AND superseded = 2", 1, "rowChanged"),
        ("UPDATE member SET source_row = 77 WHERE id = 'M-1' AND recorded = 1", 1, "rowChanged"),
        ("UPDATE member SET valid_from = '2020-01-02' WHERE valid_from = '2020-01-01'", 1, "rowChanged"),
        ("UPDATE unit SET short_code = 'CB1' WHERE id = 'U-1'", 1, "rowChanged"),
        ("UPDATE unit_id SET key = randomblob(16) WHERE id = 'U-1'", 1, "rowChanged"),
        ("UPDATE unit_id SET key = NULL WHERE id = 'U-1'", 1, "rowChanged"),
        ("UPDATE member SET superseded = NULL WHERE superseded = 5", 5, "rowMissing"),
        ("UPDATE member SET superseded = 3 WHERE superseded = 5", 3, "rowAdded"),
        ("UPDATE member SET recorded = 4 WHERE recorded = 5", 4, "rowAdded"),
        ("DELETE FROM rating", 3, "rowMissing"),
        ("DELETE FROM erased_row", 1, "rowMissing"),
        (
            "INSERT INTO erased_row SELECT 'unit', entry, recorded, superseded, id, 4 FROM unit WHERE id = 'U-1';"
                + "DELETE FROM unit WHERE id = 'U-1'", 4, "rowAdded"
        ),
        ("INSERT INTO unit (id, recorded, stated, name) VALUES ('U-1', 2, 2, 'Chi bộ Ba')", 2, "rowAdded"),
        ("INSERT INTO unit (id, recorded, stated, name) VALUES ('U-1', 9, 9, 'Chi bộ Ba')", 9, "rowAdded"),
        (
            "UPDATE change SET version = 99 WHERE version = 2; UPDATE change SET version = 2 WHERE version = 3;"
                + "UPDATE change SET version = 3 WHERE version = 99", 2, "headChanged"
        ),
        (
            "UPDATE seal SET version = 99 WHERE version = 2; UPDATE seal SET version = 2 WHERE version = 3;"
                + "UPDATE seal SET version = 3 WHERE version = 99", 2, "headChanged"
        ),
    ])
    func `what is changed by other means is found, where it was done`(sql: String, version: Int64, kind: String) throws
    {
        let path = path()
        #expect(try office(path).verifyAudit(expecting: nil).isIntact)
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                db.execute(f'DROP TRIGGER "{name}"')
            db.executescript(sys.argv[2])
            """
        _ = try python(program, path, sql)
        let report = try SQLiteStore(path: path).verifyAudit(expecting: nil)
        let fault = try #require(report.faults.first)
        #expect(fault.version == DataVersion(version))
        #expect("\(fault.kind)".hasPrefix(kind), "\(fault.kind)")
    }

    @Test func `a last entry that is gone, and a chain made anew, are found by a hash kept elsewhere`() throws {
        let path = path()
        let head = try #require(try office(path).auditHead())
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                db.execute(f'DROP TRIGGER "{name}"')
            db.executescript("DELETE FROM member WHERE recorded = 5;"
                "UPDATE member SET superseded = NULL WHERE superseded = 5;"
                "DELETE FROM seal WHERE version = 5; DELETE FROM change WHERE version = 5")
            """
        _ = try python(program, path)
        let store = try SQLiteStore(path: path)
        #expect(try store.verifyAudit(expecting: nil).isIntact, "nothing in the file tells")
        let report = try store.verifyAudit(expecting: head)
        #expect(!report.isIntact && report.lacksCheckpoint && report.entryCount == 4)
    }

    @Test func `nothing of an erased person is left in the files`() throws {
        let path = path()
        let store = try SQLiteStore(path: path)
        let names = ["Nguyễn Thị Tuyệt Vời", "Nguyễn Thị Vời Vợi", "001180999999", "Xã Không Đâu"]
        // Rows enough that pages split, so that bytes are left where pages are no longer used.
        for round in 0..<6 {
            let people = (0..<80).map { member("M-\($0)", name: "\(round % 2 == 0 ? names[0] : "Vũ Duy") \($0)") }
            try store.commit(ChangeSet(base: try store.currentVersion(), assertions: people, note: note))
        }
        let person = values(
            .member,
            ["full_name": .text(names[1]), "national_id": .text(names[2]), "hometown.text": .text(names[3])])
        try store.say(Assertion(.member, RecordID("M-99"), from: day("1987-06-05"), values: person, sourceRow: 3))
        func occurrences(_ text: String) throws -> Int {
            try ["", "-wal", "-shm"].reduce(0) { count, suffix in
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
                return count + (bytes.range(of: Data(text.utf8)) == nil ? 0 : 1)
            }
        }
        for name in names { #expect(try occurrences(name) > 0, "the test would see it") }
        let all = (0..<80).map { RecordKey(kind: .member, id: RecordID("M-\($0)")) }
        try store.erase(
            all + [RecordKey(kind: .member, id: RecordID("M-99"))], base: try store.currentVersion(), note: note)
        try store.sweep()
        for name in names + ["Vũ Duy", "1987-06-05"] { #expect(try occurrences(name) == 0) }
        #expect(try store.verifyAudit(expecting: nil).isIntact)
    }

    @Test func `a reader of the older state is named where it keeps traces in the files`() throws {
        let path = path()
        let store = try SQLiteStore(path: path, options: .init(patience: 50))
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1], isolation_level=None)
            db.execute("BEGIN"); db.execute("SELECT count(*) FROM member").fetchall()
            print("reading", flush=True); sys.stdin.read()
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Oracle.python)
        process.arguments = ["-c", program, path]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        _ = output.fileHandleForReading.availableData
        try store.erase([RecordKey(kind: .member, id: RecordID("M-1"))], base: DataVersion(1), note: note)
        let error = #expect(throws: StoreError.self) { try store.sweep() }
        #expect(error?.code == .remains)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        try store.sweep()
    }
}
