import ChiboLua
import Dispatch
import Testing

/// Does something in a moment, on a thread of its own: scripts in loops may hold all those that tasks run on.
func soon(_ action: @escaping @Sendable () -> Void) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50), execute: action)
}

@Suite(.onOwnThreads, .timeLimit(.minutes(2))) struct CancellationTests {
    @Test func `cancellation reaches a synchronous call`() async throws {
        let task = Task.detached {
            let state = LuaState(LuaPolicy(deadline: nil))
            let loop = try state.load("while true do pcall(function() while true do end end) end", name: "loop.lua")
            do {
                try await state.withTaskCancellation { () throws(LuaError) in try loop.call() }
                return LuaError.Kind?.none
            } catch let error as LuaError {
                return error.kind
            }
        }
        soon { task.cancel() }
        #expect(try await task.value == .stopped(.cancelled))
    }

    @Test func `a synchronous call in a task that is cancelled already does not start`() async throws {
        let task = Task.detached {
            while !Task.isCancelled { await Task.yield() }
            let state = LuaState(LuaPolicy(deadline: nil))
            let script = try state.load("return 1", name: "one.lua")
            do {
                return try await state.withTaskCancellation { () throws(LuaError) in try script.call() }.count
            } catch let error as LuaError where error.kind == .stopped(.cancelled) {
                return -1
            }
        }
        task.cancel()
        #expect(try await task.value == -1)
    }
}
