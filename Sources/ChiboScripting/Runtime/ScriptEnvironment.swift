import ChiboLua
import ChiboModel

/// The globals of one script: what it may always use, and what exists only while a run of it is going on.
///
/// Three tables behind each other, so that a lookup is Lua's own and calls nobody: the script's (empty, refuses to be
/// written), the run's (roots, period, parameters), the state's (libraries and the prelude).
final class ScriptEnvironment {
    /// What the script's text is compiled with.
    let globals: LuaTable
    /// What a run fills and empties.
    private let run: LuaTable
    /// What each run that goes on has covered, the innermost last; a run can ask for another of the same definition.
    private var covered: [[(name: String, value: LuaValue)]] = []

    /// Names that exist only while a function of a definition runs.
    static let runNames: [String] =
        RecordKind.allCases.map(\.plural) + ["branches", "plans", "as_of", "period", "params", "rules", "at"]

    /// Fresh globals; without a function that refuses them, writes stay in the script's own table.
    init(_ state: LuaState, refuseWrite: LuaFunction?) {
        globals = state.makeTable()
        run = state.makeTable()
        run.metatable = state.makeTable(["__index": .table(state.globals)])
        let metatable = state.makeTable([
            "__index": .table(run), "__newindex": refuseWrite.map(LuaValue.function) ?? .nil,
            "__metatable": .boolean(false),
        ])
        if refuseWrite != nil { state.seal(metatable) }
        globals.metatable = metatable
    }

    /// Begins a run, until ``endRun()``.
    func beginRun() { covered.append([]) }

    /// Shows a value for the time of the run that goes on, or for good where none does.
    func show(_ name: String, _ value: LuaValue) {
        if !covered.isEmpty { covered[covered.count - 1].append((name, run[name])) }
        run[name] = value
    }

    /// Shows a value for good.
    func keep(_ name: String, _ value: LuaValue) { run[name] = value }

    /// Takes away what the run showed, and gives back what it covered.
    func endRun() {
        for (name, value) in (covered.popLast() ?? []).reversed() { run[name] = value }
    }
}
