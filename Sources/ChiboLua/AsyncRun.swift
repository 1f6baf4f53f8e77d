import CLua
import CLuaBridge

/// One call that may wait: a coroutine of its own, run slice by slice, with Swift's work between the slices.
@safe final class AsyncRun {
    /// What a slice ended with.
    private enum Step {
        case finished([LuaValue])
        case waiting(AsyncOperation)
    }

    let state: LuaState
    let stop: AsyncStop
    private let task: OpaquePointer
    private let scope: AsyncScope
    private let outer: AsyncScope?
    private var timer: Task<Void, Never>?

    /// Takes the function and its arguments into a coroutine; nothing runs yet.
    init(_ function: LuaFunction, _ arguments: [LuaValue], deadline: Duration?) throws(LuaError) {
        state = function.state
        outer = AsyncScope.enclosing(state)
        let depth = outer?.depth ?? 0
        guard depth < state.policy.depth else {
            outer?.stop.request(.depth)
            throw LuaError(kind: .stopped(.depth), message: LuaStopReason.depth.message)
        }
        guard let core = unsafe state.core, let L = unsafe clb_current(core) else { throw LuaError.closed }
        let tooMany = LuaError(kind: .runtime, message: "stack overflow: too many arguments")
        guard unsafe clb_has_room(L, Int32(clamping: arguments.count + 6)) else { throw tooMany }
        unsafe state.push(function, L)
        for argument in arguments { unsafe state.push(argument, L) }
        let limit = deadline.map(nanoseconds) ?? -1
        let around = unsafe outer?.stop.task(in: state.link)
        guard let task = unsafe clb_task_begin(core, L, Int32(arguments.count), limit, around) else {
            throw tooMany
        }
        unsafe self.task = task
        unsafe stop = AsyncStop(task, state.link)
        scope = AsyncScope(stop: stop, depth: depth + 1)
    }

    deinit {
        timer?.cancel()
        stop.end()
        unsafe clb_task_end(task)
    }

    /// Runs and waits to the end, or to the end that cancelling the task makes.
    func finish(on isolation: isolated (any Actor)?) async -> Result<[LuaValue], LuaError> {
        let stop = stop
        return await withTaskCancellationHandler {
            _ = isolation  // or the closure would leave the actor
            return await runAll(on: isolation)
        } onCancel: {
            stop.request(.cancelled)
        }
    }

    private func runAll(on isolation: isolated (any Actor)?) async -> Result<[LuaValue], LuaError> {
        do throws(LuaError) {
            while true {
                switch try runSlice() {
                case .finished(let values): return .success(values)
                case .waiting(let operation):
                    if stop.reason == nil { await wait(for: operation, on: isolation) }
                    state.context.answered = operation
                }
            }
        } catch {
            // The call around this one would get an error that its script can catch.
            if case .stopped(let reason) = error.kind, reason == .output || reason == .depth {
                outer?.stop.request(reason)
            }
            return .failure(error)
        }
    }

    private func runSlice() throws(LuaError) -> Step {
        guard unsafe state.core != nil else {
            throw LuaError(
                kind: .stopped(.cancelled), message: "the Lua state was closed while the script waited")
        }
        var stack: OpaquePointer?
        var count: Int32 = 0
        let outcome = unsafe clb_task_run(task, &stack, &count)
        state.context.answered = nil
        let begun = state.context.begun.take()
        if outcome == clb_waiting.outcome, let begun { return .waiting(begun) }
        guard let L = unsafe stack else {
            throw LuaError(kind: .runtime, message: "the Lua state runs another script")
        }
        guard outcome == clb_ok.outcome else { throw unsafe state.takeError(L, outcome) }
        let end = unsafe lua_gettop(L)
        return .finished((0..<count).map { unsafe state.value(L, end - count + 1 + $0) })
    }

    // MARK: Waiting

    /// Does the work in a task of its own, so that a stop of the script cancels the work and not whoever awaits us.
    private func wait(for operation: AsyncOperation, on isolation: isolated (any Actor)?) async {
        startTimer()
        let lent = Lent(operation)
        let work = AsyncScope.$current.withValue(scope) {
            Task { await lent.perform(on: isolation) }
        }
        stop.wait(for: work)
        await work.value
        stop.wait(for: nil)
    }

    private func startTimer() {
        guard timer == nil else { return }
        let left = unsafe clb_task_left(task)
        guard left >= 0 else { return }
        timer = Task { [stop] in
            do { try await Task.sleep(for: .nanoseconds(left)) } catch { return }
            stop.request(.deadline)
        }
    }
}

/// An operation that goes to the task that does its work and comes back.
///
/// Unchecked, and right: the task that lends waits until the other has ended, and both are isolated to the same actor;
/// where there is none, nobody but the task that waits has the state.
private struct Lent: @unchecked Sendable {
    private let operation: AsyncOperation

    init(_ operation: AsyncOperation) {
        self.operation = operation
    }

    func perform(on isolation: isolated (any Actor)?) async {
        await operation.perform()
    }
}

/// The call that may wait within which the code runs: what it calls in the same state is nested in it.
struct AsyncScope: Sendable {
    @TaskLocal static var current: AsyncScope?

    let stop: AsyncStop
    let depth: Int

    /// The scope around a call in a state; none when its call is over, and a task that it left behind goes on.
    static func enclosing(_ state: LuaState) -> AsyncScope? {
        guard let current, unsafe current.stop.task(in: state.link) != nil else { return nil }
        return current
    }
}
