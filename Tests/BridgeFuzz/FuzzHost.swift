import ChiboLua

/// What an embedder would give its scripts: functions of every sort, kinds, a world, and what it keeps of theirs.
final class FuzzHost {
    let state: LuaState
    let census: FuzzCensus
    var held: [LuaValue] = []
    var kept: [KeptValue] = []
    var lastError: (any Error)?
    var generation = LuaGeneration.scalar
    var methods: FuzzMethods?
    /// A text that no state of this policy can hold.
    lazy var tooLong = String(decoding: [UInt8](repeating: 0x78, count: state.policy.memory + 1), as: UTF8.self)
    /// What a host function saw that must not be.
    var problems: [String] = []

    /// How much a host function may put beyond the memory limit before it returns.
    static let overdraft = 256 << 10
    /// How many values the host keeps at once.
    static let most = 64

    init(_ state: LuaState, _ census: FuzzCensus) {
        self.state = state
        self.census = census
        defineKinds()
        addValueFunctions()
        addCallFunctions()
        addRecordFunctions()
        addFaultFunctions()
        mount()
        state.onFieldProblem { [census] problem in
            if problem.reason == .unknown { return LuaScriptError("no '\(problem.key)'") }
            return FuzzFailure(token: FuzzToken(census), number: 0)
        }
    }

    /// Makes a function global; its closure holds an object that must be released with the state.
    func add(_ name: String, _ body: @escaping (borrowing LuaCall) throws -> Void) {
        let token = FuzzToken(census)
        state.globals[name] = .function(
            state.makeFunction(name) { [self] call in
                try withExtendedLifetime(token) {
                    check()
                    try body(call)
                    check()
                }
            })
    }

    private func check() {
        let used = state.memoryUsed
        guard used > state.policy.memory + Self.overdraft else { return }
        problems.append("a host function saw \(used) bytes in use of \(state.policy.memory)")
    }

    /// Lets go of all that keeps the state alive.
    func forget() {
        held = []
        kept = []
        lastError = nil
        methods = nil
    }
}

/// A kept value in an array, which takes no values that cannot be copied.
final class KeptValue {
    let value: LuaKept

    init?(_ value: LuaValue, _ state: LuaState) {
        guard let kept = state.keep(value) else { return nil }
        self.value = kept
    }
}
