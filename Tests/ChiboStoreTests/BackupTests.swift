import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation
import Testing

/// Copies of a store, and what comes of them.
@Suite struct BackupTests {
    private func path(_ ending: String = "chibo") -> String { folder.file("\(UUID().uuidString).\(ending)") }

    private let passphrase = Passphrase("mật khẩu thử nghiệm") ?? Passphrase("a passphrase")

    private func store(_ path: String, members: Int = 5) throws -> SQLiteStore {
        let store = try SQLiteStore(path: path)
        let people = (1...members).map { member("M-\($0)", name: "Nguyễn Văn Thử \($0)") }
        try store.commit(ChangeSet(base: DataVersion(0), assertions: people, note: note))
        return store
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func leftovers(of path: String) throws -> [String] {
        let name = (path as NSString).lastPathComponent
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasPrefix(name) && $0.contains(".part")
        }
    }

    @Test func `a backup holds everything, is for its owner alone, and is whole at one moment`() throws {
        let (file, target) = (path(), path("bak"))
        let store = try store(file)
        let summary = try store.backUp(to: target)
        #expect(try summary.version == DataVersion(1) && summary.head == store.auditHead())
        #expect(try mode(target) == 0o600)
        try store.say(member("M-1", name: "Vũ Duy"))
        let copy = try SQLiteStore(path: target)
        #expect(try copy.currentVersion() == DataVersion(1))
        #expect(try copy.snapshot(asOf: day("2024-01-01")).contents(.member).count == 5)
        // A newer one takes its place.
        #expect(try store.backUp(to: target).version == DataVersion(2))
        #expect(try leftovers(of: target).isEmpty && leftovers(of: file).isEmpty)
    }

    @Test func `a backup while another handle writes is one version of the store`() async throws {
        let (file, target) = (path(), path("bak"))
        let (writer, reader) = (try store(file), try SQLiteStore(path: file))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<30 { try writer.say(member("M-1", name: "\(round)"), member("M-2", name: "\(round)")) }
            }
            for _ in 0..<4 {
                let summary = try reader.backUp(to: target)
                let report = try SQLiteStore(path: target).verifyAudit(expecting: summary.head)
                #expect(report.isIntact && report.checkpoint == summary.version)
            }
            try await group.waitForAll()
        }
        #expect(try writer.currentVersion() == DataVersion(31))
    }

    @Test func `nothing but an older backup is written over`() throws {
        let file = path()
        let store = try store(file)
        let other = try folder.write("một văn bản", to: "\(UUID().uuidString).txt")
        for target in [other, file] {
            let error = #expect(throws: StoreError.self) { try store.backUp(to: target) }
            #expect(error?.code == .notABackup)
        }
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "một văn bản")
        #expect(throws: StoreError.self) { try store.backUp(to: folder.path + "/nowhere/x.bak") }
    }

    @Test func `a lost store comes back, with an entry that says so`() throws {
        let (file, target) = (path(), path("bak"))
        let head = try #require(try store(file).backUp(to: target).head)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + suffix) }
        let why = ChangeNote(author: "vpdu", action: "restore", reason: "hỏng đĩa")
        let summary = try SQLiteStore.restore(target, to: file, note: why)
        #expect(summary.backup == DataVersion(1) && summary.version == DataVersion(2) && summary.kept == nil)
        let again = try SQLiteStore(path: file)
        #expect(try again.history().last?.note.reason == "hỏng đĩa")
        #expect(try again.snapshot(asOf: day("2024-01-01"))[.member].count == 5)
        #expect(try again.verifyAudit(expecting: head).isIntact)
        #expect(try mode(file) == 0o600 && leftovers(of: file).isEmpty)
        try again.say(member("M-9", name: "Mai Tủ"))
    }

    @Test func `a store with entries that the backup lacks is kept, unless it is to be replaced`() throws {
        let (file, target) = (path(), path("bak"))
        do {
            let store = try store(file)
            try store.backUp(to: target)
            try store.say(member("M-9", name: "Mai Tủ"))
        }
        let error = #expect(throws: StoreError.self) { try SQLiteStore.restore(target, to: file, note: note) }
        #expect(error?.code == .wouldLose && error?.message.en.contains("(1, up to version 2)") ?? false)
        #expect(try SQLiteStore(path: file).currentVersion() == DataVersion(2))
        let summary = try SQLiteStore.restore(target, to: file, isReplacing: true, note: note)
        let kept = try #require(summary.kept)
        #expect(try mode(kept) == 0o600)
        #expect(try SQLiteStore(path: kept).snapshot(asOf: day("2024-01-01"))[.member].count == 6)
        let store = try SQLiteStore(path: file)
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 5)
        #expect(try store.verifyAudit(expecting: nil).isIntact)
        // A store that is behind the backup loses nothing.
        let behind = path()
        do { _ = try SQLiteStore(path: behind) }
        #expect(try SQLiteStore.restore(target, to: behind, note: note).kept != nil)
    }

    @Test func `a store that is open elsewhere is not replaced`() throws {
        let (file, target) = (path(), path("bak"))
        let open = try store(file)
        try open.backUp(to: target)
        let error = #expect(throws: StoreError.self) { try SQLiteStore.restore(target, to: file, note: note) }
        #expect(error?.code == .busy)
        try open.say(member("M-9", name: "Mai Tủ"))
        #expect(try open.currentVersion() == DataVersion(2))
    }

    @Test func `a damaged backup is refused, and the store stays as it is`() throws {
        let (file, target) = (path(), path("bak"))
        try store(file, members: 400).backUp(to: target)
        let whole = try Data(contentsOf: URL(fileURLWithPath: target))
        var edited = whole
        // A value is edited in place: the database is well, its chain is not.
        let place = try #require(edited.range(of: Data("Nguyễn Văn Thử 7".utf8)))
        edited[place.upperBound - 2] = UInt8(ascii: "X")
        for bytes in [edited, whole.prefix(whole.count / 2), Data("không phải".utf8), Data()] {
            try Data(bytes).write(to: URL(fileURLWithPath: target))
            let error = #expect(throws: StoreError.self) { try SQLiteStore.restore(target, to: file, note: note) }
            #expect(error?.code == .notABackup, "\(error.map(String.init(describing:)) ?? "")")
        }
        #expect(try SQLiteStore(path: file).currentVersion() == DataVersion(1))
        #expect(try leftovers(of: file).isEmpty)
    }

    @Test func `an encrypted backup opens with its passphrase, for us and for PyNaCl`() throws {
        let (file, target) = (path(), path("bak"))
        let summary = try store(file).backUp(to: target, passphrase: passphrase)
        #expect(try summary.isEncrypted && mode(target) == 0o600)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: target))
        #expect(bytes.range(of: Data("Nguyễn".utf8)) == nil && bytes.range(of: Data("SQLite".utf8)) == nil)
        #expect(try leftovers(of: target).isEmpty && leftovers(of: file).isEmpty, "no plain copy is left")
        // After the doc comment of EncryptedFile.
        let program = """
            import sys, sqlite3, nacl.bindings as b
            data = open(sys.argv[1], "rb").read(); head = data[:72]
            assert head[:10] == b"CHIBOBAK\\x01\\x02" and head[10:12] == b"\\0\\0"
            number = lambda a, n: int.from_bytes(head[a:a + n], "big")
            key = b.crypto_pwhash_alg(32, sys.argv[2].encode(), head[32:48], number(12, 8), number(20, 8), b.crypto_pwhash_ALG_ARGON2ID13)
            state = b.crypto_secretstream_xchacha20poly1305_state()
            b.crypto_secretstream_xchacha20poly1305_init_pull(state, head[48:72], key)
            size, at, out, tag = number(28, 4) + 17, 72, b"", 0
            while at < len(data):
                piece, tag = b.crypto_secretstream_xchacha20poly1305_pull(state, data[at:at + size], head)
                out += piece; at += size
            assert tag == b.crypto_secretstream_xchacha20poly1305_TAG_FINAL
            open(sys.argv[3], "wb").write(out)
            print(sqlite3.connect(sys.argv[3]).execute("SELECT count(*) FROM member").fetchone()[0])
            """
        let result = try Oracle.python(program, [target, "mật khẩu thử nghiệm", path("opened")])
        #expect(result.output == "5\n", "\(result.errors)")
        let restored = path()
        _ = try SQLiteStore.restore(target, to: restored, passphrase: passphrase, note: note)
        #expect(try SQLiteStore(path: restored).verifyAudit(expecting: summary.head).isIntact)
    }

    @Test func `an encrypted backup that was cut, exchanged or edited anywhere is refused`() throws {
        let (file, target) = (path(), path("bak"))
        _ = try store(file).backUp(to: target, passphrase: passphrase, cost: .none)
        let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: target)))
        let piece = 65536 + 17
        var generator = SeededGenerator(seed: 5)
        var others = [Array(whole.dropLast()), Array(whole.prefix(72 + piece)), Array(whole.prefix(50)), whole + [0]]
        var exchanged = whole
        exchanged.replaceSubrange(72..<72 + piece, with: whole[72 + piece..<72 + 2 * piece])
        exchanged.replaceSubrange(72 + piece..<72 + 2 * piece, with: whole[72..<72 + piece])
        others.append(exchanged)
        for place in [8, 9, 10, 33, 50, 72, Int.random(in: 72..<whole.count, using: &generator), whole.count - 1] {
            var edited = whole
            edited[place] ^= 1
            others.append(edited)
        }
        for bytes in others {
            try Data(bytes).write(to: URL(fileURLWithPath: target))
            #expect(throws: StoreError.self) {
                try SQLiteStore.restore(target, to: path(), passphrase: passphrase, note: note)
            }
        }
        try Data(whole).write(to: URL(fileURLWithPath: target))
        for wrong in [Passphrase("một mật khẩu khác"), nil] {
            let error = #expect(throws: StoreError.self) {
                try SQLiteStore.restore(target, to: path(), passphrase: wrong, note: note)
            }
            #expect(error?.code == .cannotDecrypt)
        }
    }

    @Test func `a backup of an older schema is brought to the present one`() throws {
        let (old, file) = (path("old"), path())
        let program = """
            import sqlite3, sys
            sqlite3.connect(sys.argv[2], isolation_level=None).executescript(open(sys.argv[1], encoding="utf-8").read())
            """
        let source = RepositoryFolder.path + "/Tests/ChiboStoreTests/Files/schema-1.sql"
        #expect(try Oracle.python(program, [source, old]).status == 0)
        #expect(try SQLiteStore.restore(old, to: file, note: note).backup == DataVersion(5))
        #expect(try SQLiteStore(path: file).verifyAudit(expecting: nil).isIntact)
    }
}
