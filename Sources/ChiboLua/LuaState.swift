import CLua
import CLuaBridge

/// A Lua 5.4 interpreter with limits.
///
/// Not `Sendable`: one executor at a time owns it. Handles (``LuaTable``, ``LuaFunction``, …) keep it alive; a host
/// function that captures a handle of its own state keeps it alive for ever unless ``close()`` is called.
@safe public final class LuaState {
    /// The limits it was made with.
    public let policy: LuaPolicy

    /// The interpreter; nil once closed.
    private(set) var core: OpaquePointer?
    /// Outlives the interpreter, which writes there.
    private let board: LuaSampleBoard?
    let link: CoreLink
    let context: HostContext
    var owners: [LuaGeneration: AnyObject] = [:]
    var kindNames: [LuaKind: String] = [:]

    /// A fresh interpreter with the base library and those of the policy.
    ///
    /// Left out: io, os, debug, package, `dofile`, `loadfile`, `string.dump`, `collectgarbage`, `_G`, `warn`. Library
    /// tables are read-only, `pairs` and `next` go in a fixed order, no text of a value contains an address.
    /// - Parameters:
    ///   - policy: the limits.
    ///   - board: where samples of each run are kept for another process to read; nil: in the state.
    ///   - print: gets each line of `print`, without a newline, within ``LuaPolicy/output``.
    package init(
        _ policy: LuaPolicy = .unattended, board: LuaSampleBoard?, print: @escaping (String) -> Void = { _ in }
    ) {
        self.policy = policy
        self.board = board
        context = HostContext(print: print)
        let opened = unsafe LuaState.open(policy, context)
        unsafe core = opened
        unsafe link = CoreLink(opened)
        unsafe context.state = self
        if let board { unsafe clb_watch(opened, board.nextSeat) }
    }

    /// A fresh interpreter that keeps the samples of its runs to itself.
    ///
    /// - Parameters:
    ///   - policy: the limits.
    ///   - print: gets each line of `print`, without a newline, within ``LuaPolicy/output``.
    public convenience init(_ policy: LuaPolicy = .unattended, print: @escaping (String) -> Void = { _ in }) {
        self.init(policy, board: nil, print: print)
    }

    deinit {
        close()
    }

    /// Ends the interpreter now: everything in it is released; handles to it stay safe and every use of them throws.
    ///
    /// Not from within a host function of the state. Calls that wait (``LuaFunction/callAsync(_:deadline:)``) end as
    /// cancelled.
    public func close() {
        guard let open = unsafe core else { return }
        precondition(unsafe !clb_is_running(open), "a Lua state was closed while it runs")
        link.stopWaiting()
        link.cut()
        unsafe clb_close(open)
        unsafe core = nil
        owners = [:]
    }

    /// True after ``close()``.
    public var isClosed: Bool { unsafe core == nil }

    /// Bytes of the Lua heap in use.
    public var memoryUsed: Int {
        guard let core = unsafe core else { return 0 }
        return unsafe clb_used(core)
    }

    /// Collects garbage now.
    public func collectGarbage() {
        if let core = unsafe core { unsafe clb_collect(core) }
    }

    /// Makes the n-th next allocation of a script fail, as the memory limit would; for tests of error paths.
    ///
    /// - Returns: what is left of the number before: negative when that allocation has failed, or none was to.
    @discardableResult
    package func failAllocation(_ number: Int) -> Int {
        guard let core = unsafe core else { return -1 }
        return unsafe clb_fail_allocation(core, number)
    }

    /// Where the script stands that runs now, for who is called by it; nil where none runs.
    ///
    /// A library is passed over.
    package var runningPlace: LuaFrame? {
        guard let core = unsafe core else { return nil }
        var frame = clb_frame()
        return unsafe clb_where_author(clb_current(core), &frame) ? LuaFrame(frame) : nil
    }

    /// Whether stacks stay in place during concatenations, which ``LuaLibrary/Fault/concatenation`` needs.
    var guardsStacks: Bool {
        guard let core = unsafe core else { return false }
        return unsafe clb_guards_stacks(core)
    }

    /// Stops what runs, from any thread.
    public var stopHandle: LuaStopHandle { LuaStopHandle(link: link) }

    /// One deadline over everything inside: many calls, one clock.
    ///
    /// Nil: no deadline. Nested scopes only shorten. Outside of any scope each outermost call has
    /// ``LuaPolicy/deadline`` to itself.
    @discardableResult
    public func withDeadline<R, E>(_ limit: Duration?, _ body: () throws(E) -> R) throws(E) -> R {
        guard let core = unsafe core else { return try body() }
        let run = unsafe clb_run_begin(core, limit.map(nanoseconds) ?? -1)
        defer { unsafe clb_run_end(core, run) }
        return try body()
    }

    /// One run under the policy's deadline.
    @discardableResult
    public func withRun<R, E>(_ body: () throws(E) -> R) throws(E) -> R {
        try withDeadline(policy.deadline, body)
    }
}

extension LuaState {
    /// Opens the interpreter; a machine that has no memory for an empty one cannot go on.
    private static func open(_ policy: LuaPolicy, _ context: HostContext) -> OpaquePointer {
        let version = clb_library_version()
        precondition(version == 504, "ChiboLua runs with Lua 5.4, and the library that was loaded is \(version)")
        var limits = clb_limits(
            memory: max(0, policy.memory), deadline: policy.deadline.map(nanoseconds) ?? -1,
            instructions: policy.instructions.map { max(0, Int64($0)) } ?? -1,
            libraries: policy.libraries.rawValue | (policy.print == .lines ? UInt32(clb_library_print) : 0),
            depth: Int32(clamping: policy.depth), output: max(0, policy.output), seed: policy.randomSeed)
        var host = unsafe clb_host(
            context: Unmanaged.passUnretained(context).toOpaque(), call: callHostFunction, typed: callTypedFunction,
            answer: answerAsyncFunction, release: releaseHostObject, release_error: releaseError,
            describe: describeError, print: printLine,
            field: composeFieldError)
        guard let core = unsafe clb_open(&limits, &host) else { preconditionFailure("no memory for a Lua state") }
        return unsafe core
    }

    /// Chooses the real-time signal that ends runs, once a process and before the first state; the default is
    /// `SIGRTMIN + 7`.
    /// - Parameter number: the signal's number.
    /// - Returns: false when another was installed already.
    public static func useSignal(_ number: Int32) -> Bool {
        clb_use_signal(number)
    }
}

/// A duration for C; negative durations are over at once, very long ones have no end.
func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    if seconds < 0 { return 0 }
    if seconds > 1 << 32 { return -1 }
    return max(0, seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
}
