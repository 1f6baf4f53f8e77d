import ChiboLua
import Dispatch
import Testing

/// A server that takes its time.
private struct Archive: Sendable {
    func text(of page: String) async throws -> String {
        await Task.yield()
        return "text of \(page)"
    }
}

private let archive = Archive()

private actor Office {
    private let state = LuaState(LuaPolicy(deadline: .seconds(3600)))

    init() {
        state.globals["fetch"] = .function(
            state.asyncFunction("fetch") { (page: String) in try await archive.text(of: page) })
    }

    func run(_ script: String) async throws -> String? {
        try await state.load(script, name: "office.lua").callAsync().first?.text
    }
}

/// The code of the article *Threads, isolation and async*.
@Suite(.onOwnThreads) struct ConcurrencyExamples {
    @Test func `scripts of an actor interleave`() async throws {
        let office = Office()
        async let first = office.run("return fetch('a')")
        async let second = office.run("return (fetch('b'):upper())")
        let texts = try await [first, second]

        #expect(texts == ["text of a", "TEXT OF B"])
    }

    @Test func `cancelling a task ends its script`() async throws {
        let office = Office()

        let task = Task { try await office.run("while true do pcall(fetch, 'a') end") }
        task.cancel()
        let outcome = await task.result

        #expect(throws: LuaError.self) { try outcome.get() }
        do { _ = try outcome.get() } catch { #expect((error as? LuaError)?.kind == .stopped(.cancelled)) }
    }

    @Test func `cancellation of a synchronous call`() async throws {
        let task = Task.detached {
            let state = LuaState(.trusted)
            let script = try state.load("while true do end", name: "loop.lua")
            try await state.withTaskCancellation { try script.call() }
        }
        task.cancel()

        await #expect(throws: LuaError.self) { try await task.value }
    }

    @Test func `a stop from any thread`() throws {
        let state = LuaState(.trusted)

        let handle = state.stopHandle
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { handle.stop() }
        var reason: LuaError.Kind?
        do {
            try state.load("while true do end", name: "loop.lua").call()
        } catch {
            reason = error.kind
        }

        #expect(reason == .stopped(.cancelled))
    }

    @Test func `a state for each core`() async throws {
        let sums = try await withThrowingTaskGroup(of: Int64.self) { group in
            for shard in 0..<4 {
                group.addTask {
                    let state = LuaState()
                    let script = try state.load("local n = ... return n * n", name: "square.lua")
                    return try script.call(.integer(Int64(shard)))[0].integer ?? 0
                }
            }
            return try await group.reduce(0, +)
        }

        #expect(sums == 14)
    }
}
