import ChiboSandbox
import ChiboTestSupport
import Foundation
import Testing

private let offered = KernelLocks.offered

@Suite(
    .enabled(if: offered.landlock > 0, "this kernel has no Landlock: files stay open to scripts' processes"),
    .serialized)
struct `Closed files` {
    /// A folder to read, one to write, and one with a secret.
    private struct Place {
        let folder: TemporaryFolder
        let folders: SandboxFolders

        init() throws {
            folder = try TemporaryFolder()
            for name in ["read", "write", "closed"] { try folder.write("text", to: name + "/file") }
            folders = SandboxFolders(
                readable: [folder.file("read"), folder.file("not-there")], writable: [folder.file("write")])
        }

        func run(_ word: String, _ paths: String...) throws -> SandboxOutcome {
            let full = paths.map { $0.hasPrefix("/") ? $0 : folder.file($0) }
            return try Probe.run(word, full[0], full.count > 1 ? full[1] : "", folders: folders)
        }
    }

    @Test func `are read where reading was allowed, and nowhere else`() throws {
        let place = try Place()
        #expect(try place.run("read", "read/file") == .finished(0))
        #expect(try place.run("read", "write/file") == .finished(0))
        for closed in ["closed/file", "/etc/passwd", "/proc/self/maps", "/dev/tty"] {
            #expect(try place.run("read", closed) == .finished(EACCES))
        }
    }

    @Test func `are written where writing was allowed, and nowhere else`() throws {
        let place = try Place()
        #expect(try place.run("write", "write/new") == .finished(0))
        for closed in ["read/file", "read/new", "closed/file", "closed/new", "/tmp/chibo-sandbox-test"] {
            #expect(try place.run("write", closed) == .finished(EACCES))
        }
        #expect(FileManager.default.fileExists(atPath: place.folder.file("write/new")))
        #expect(!FileManager.default.fileExists(atPath: place.folder.file("closed/new")))
    }

    @Test func `are neither shortened, removed, moved out nor opened to others`() throws {
        let place = try Place()
        if offered.landlock >= 3 { #expect(try place.run("truncate", "read/file") == .finished(EACCES)) }
        #expect(try place.run("remove", "read/file") == .finished(EACCES))
        #expect(try place.run("rename", "write/file", "closed/other") != .finished(0))
        #expect(try place.run("rename", "write/file", "write/other") == .finished(0))
        #expect(try place.run("remove", "write/other") == .finished(0))
        #expect(try String(contentsOfFile: place.folder.file("read/file"), encoding: .utf8) == "text")
    }
}

@Suite(.serialized) struct `Closed resources` {
    @Test func `a file does not grow over its bound`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Probe.run(
            "grow", folder.file("large"), limits: SandboxLimits(fileSize: 4 << 20),
            folders: SandboxFolders(writable: [folder.path]))
        #expect(outcome == .outOfFileSize)
        let size = try FileManager.default.attributesOfItem(atPath: folder.file("large"))[.size] as? Int
        #expect(size == 4 << 20)
    }
}

@Suite(.enabled(if: offered.filtersCalls, "this kernel filters no system calls"), .serialized)
struct `Closed system calls` {
    @Test(arguments: ["socket", "unix-socket", "connect", "exec", "spawn", "fork", "kill", "ptrace", "chmod"])
    func `are refused, and the process goes on`(_ word: String) throws {
        #expect(try Probe.run(word, "/tmp") == .finished(EPERM))
    }

    @Test func `leave threads to the runtime`() throws { #expect(try Probe.run("thread") == .finished(0)) }
}
