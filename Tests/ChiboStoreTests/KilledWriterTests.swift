import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation
import Testing

/// A writer that is ended in the middle of its work leaves whole transactions, and every one that it was told is done.
@Suite struct KilledWriterTests {
    /// How often it is tried; `CHIBO_KILLS=200` for the thorough run.
    private static let rounds = ProcessInfo.processInfo.environment["CHIBO_KILLS"].flatMap { Int($0) } ?? 20
    private static let recordsInEach = 40

    @Test func `a writer killed at a random moment leaves all or nothing of each transaction`() async throws {
        let path = folder.file("killed.chibo")
        let log = folder.file("killed.log")
        var generator = SeededGenerator(seed: UInt64(Date().timeIntervalSince1970))
        for _ in 0..<Self.rounds {
            let microseconds = UInt32.random(in: 0..<60_000, using: &generator)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, log = log as String, pause = microseconds as UInt32] in
                try KilledWriterTests.writeUntilKilled(path, log, after: pause)
            }
            try check(path, acknowledged: try? String(contentsOfFile: log, encoding: .utf8))
        }
        #expect(try SQLiteStore(path: path).currentVersion() > DataVersion(0))
    }

    /// What the child does: commits, and notes each version that the store has acknowledged.
    private static func writeUntilKilled(_ path: String, _ log: String, after microseconds: UInt32) throws {
        let store = try SQLiteStore(path: path)
        Thread.detachNewThread {
            usleep(microseconds)
            kill(getpid(), SIGKILL)
        }
        while true {
            let base = try store.currentVersion()
            let members = (0..<recordsInEach).map { member("M-\($0)", name: "version \(base.number + 1)") }
            let version = try store.commit(ChangeSet(base: base, assertions: members, note: note))
            try Data("\(version)".utf8).write(to: URL(fileURLWithPath: log), options: .atomic)
        }
    }

    private func check(_ path: String, acknowledged: String?) throws {
        let store = try SQLiteStore(path: path)
        let version = try store.currentVersion()
        #expect(version.number >= acknowledged.flatMap { Int64($0) } ?? 0)
        #expect(try store.history().count == Int(version.number))
        let audit = try store.verifyAudit(expecting: nil)
        #expect(audit.isIntact && audit.entryCount == Int(version.number), "\(audit.faults)")
        guard version.number > 0 else { return }
        let contents = try store.snapshot(asOf: day("2024-01-01")).contents(.member)
        #expect(contents.count == Self.recordsInEach)
        #expect(contents.values.allSatisfy { $0[0] == .text("version \(version)") })
    }

    @Test func `a limit on the file's size counts as a full disk, and nothing is lost`() async throws {
        let path = folder.file("limited.chibo")
        await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
            let store = try SQLiteStore(path: path)
            try store.say(member("M-1", name: "Lê Thị Hòa"))
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 900_000, rlim_max: 900_000)
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let many = (2..<20000).map { member("M-\($0)", name: "Nguyễn Văn An \($0)") }
            do {
                try store.commit(ChangeSet(base: DataVersion(1), assertions: many, note: note))
            } catch StoreError.Code.full {
                exit(7)
            }
        }
        let store = try SQLiteStore(path: path)
        #expect(try store.currentVersion() == DataVersion(1))
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 1)
    }
}
