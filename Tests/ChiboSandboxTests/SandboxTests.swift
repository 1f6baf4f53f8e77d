import ChiboSandbox
import ChiboTestSupport
import Foundation
import Testing

/// The program that misbehaves, which lies beside the tests.
enum Probe {
    static func run(
        _ words: String..., limits: SandboxLimits = SandboxLimits(), folders: SandboxFolders = SandboxFolders(),
        _ handle: (SandboxedProgram.Event) throws -> Void = { _ in }
    ) throws -> SandboxOutcome {
        var payload = ByteWriter()
        payload.put(words)
        let program = SandboxedProgram(path: try TestProgram.path("SandboxProbe"), arguments: [])
        return try program.run(payload.bytes, limits: limits, folders: folders, handle)
    }
}

@Suite(.timeLimit(.minutes(2)), .serialized) struct `A sandboxed process` {
    @Test func `says what it found, and its code is the outcome`() throws {
        var events: [SandboxedProgram.Event] = []
        let outcome = try Probe.run("greet", "xin chào") { events.append($0) }
        #expect(outcome == .finished(7))
        #expect(events == [.output(Array("xin chào".utf8)), .message(Array("and a message".utf8)), .note([1, 2, 3])])
    }

    @Test func `a long answer arrives whole, cut between characters`() throws {
        var text = ""
        let outcome = try Probe.run("long") { event in
            guard case .output(let part) = event else { return }
            text += try #require(String(validating: part, as: UTF8.self))
        }
        #expect(outcome == .finished(0))
        #expect(text == String(repeating: "ắ", count: 1_000_000))
    }

    @Test(arguments: ["loop", "spin"]) func `that does not stop is ended at its time`(_ word: String) throws {
        _ = try Probe.run("greet", "")  // the pages of the program are in memory now
        let began = ContinuousClock.now
        let outcome = try Probe.run(word, limits: SandboxLimits(script: .milliseconds(500)))
        let took = ContinuousClock.now - began
        #expect(outcome == .outOfTime)
        #expect(took >= .milliseconds(500) && took < .milliseconds(1600), "took \(took)")
    }

    @Test func `the host's work does not count as the script's`() throws {
        let limits = SandboxLimits(script: .milliseconds(300))
        #expect(try Probe.run("host", limits: limits) == .finished(0))
        let short = SandboxLimits(script: .milliseconds(300), host: .milliseconds(400))
        #expect(try Probe.run("host", limits: short) == .outOfTime)
    }

    @Test func `that fills its memory is ended`() throws {
        #expect(try Probe.run("memory", limits: SandboxLimits(addressSpace: 512 << 20)) == .outOfMemory)
    }

    @Test(arguments: ["flood", "empty-flood"]) func `that answers too much is ended`(_ word: String) throws {
        var count = 0
        let outcome = try Probe.run(word, limits: SandboxLimits(output: 1 << 20)) { event in
            if case .output(let part) = event { count += part.count }
        }
        #expect(outcome == .outOfOutput)
        #expect(count <= 1 << 20)
    }

    @Test func `a crash is an outcome with its last words, and the next run goes well`() throws {
        #expect(try Probe.run("null", "8") == .crashed(signal: SIGSEGV, lastWords: ""))
        #expect(try Probe.run("abort") == .crashed(signal: SIGABRT, lastWords: ""))
        guard case .crashed(_, let words) = try Probe.run("trap") else {
            Issue.record("a trap is a crash")
            return
        }
        #expect(words.contains("something unthinkable"))
        #expect(try Probe.run("exit") == .vanished(status: 3, lastWords: ""))
        #expect(try Probe.run("greet", "") == .finished(7))
    }

    @Test func `last words without end are read and cut`() throws {
        guard case .crashed(SIGABRT, let words) = try Probe.run("words") else {
            Issue.record("an abort is a crash")
            return
        }
        #expect(words.utf8.count <= 2000)
    }

    @Test(arguments: ["garbage", "huge-frame", "cut", "again", "after-end"])
    func `that breaks the protocol is ended at once`(_ word: String) throws {
        let began = ContinuousClock.now
        guard case .garbled = try Probe.run(word) else {
            Issue.record("\(word) was taken for an answer")
            return
        }
        #expect(ContinuousClock.now - began < .seconds(2))
    }

    @Test func `that closes its answers and stays is ended`() throws {
        let began = ContinuousClock.now
        // The kernel's SIGKILL and ours look alike; nobody waits for this process, which is what matters.
        let outcome = try Probe.run("close")
        #expect(outcome != .finished(0))
        #expect(ContinuousClock.now - began < .seconds(3))
    }

    @Test func `dead after its last word has not finished`() throws {
        #expect(try Probe.run("dead-after-end") == .crashed(signal: SIGABRT, lastWords: ""))
    }

    @Test func `what the listener throws ends it`() throws {
        struct Enough: Error {}
        #expect(throws: Enough.self) { try Probe.run("flood") { _ in throw Enough() } }
    }

    @Test func `a program that is not there is an outcome`() throws {
        let program = SandboxedProgram(path: "/nowhere/chibo", arguments: [])
        let outcome = try program.run([], limits: SandboxLimits(), folders: SandboxFolders()) { _ in }
        #expect(outcome == .notStarted(errno: ENOENT))
    }

    @Test func `a program that reads no request ends nobody but itself`() throws {
        // Larger than a pipe holds, so that some of it is written after the program has gone.
        let request = [UInt8](repeating: 1, count: 1 << 20)
        let program = SandboxedProgram(path: "/bin/true", arguments: [])
        let outcome = try program.run(request, limits: SandboxLimits(), folders: SandboxFolders()) { _ in }
        #expect(outcome == .vanished(status: 0, lastWords: ""))
    }

    @Test func `inherits nothing`() throws {
        let file = unsafe open("/dev/null", O_RDONLY)
        defer { close(file) }
        #expect(try Probe.run("descriptors") == .finished(0))
        #expect(try Probe.run("environment") == .finished(0))
        #expect(try Probe.run("core") == .finished(0), "no core dump")
    }
}

@Suite(.timeLimit(.minutes(1)), .serialized) struct `The board of a process` {
    private func board(_ words: String...) throws -> (SandboxOutcome, [UInt8]?) {
        var found: [UInt8]?
        let limits = SandboxLimits(script: .milliseconds(500))
        var payload = ByteWriter()
        payload.put(words)
        let program = SandboxedProgram(path: try TestProgram.path("SandboxProbe"), arguments: [])
        let outcome = try program.run(payload.bytes, limits: limits, folders: SandboxFolders()) { event in
            if case .board(let bytes) = event { found = bytes }
        }
        return (outcome, found)
    }

    @Test(arguments: ["loop", "crash", "exit"]) func `is read when it ended without saying how`(_ end: String) throws {
        let (outcome, found) = try board("board", "xin chào", end)
        #expect(outcome != .finished(0))
        #expect(found.map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) } == "xin chào")
    }

    @Test func `is nobody's business when it said how, or wrote nothing`() throws {
        let (outcome, found) = try board("board", "xin chào", "end")
        #expect(outcome == .finished(0) && found == nil)
        #expect(try board("abort").1 == nil)
    }
}
