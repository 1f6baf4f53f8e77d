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
    private var filled: [String] = []

    /// Names that exist only while a function of a definition runs.
    static let runNames: [String] =
        RecordKind.allCases.map(\.plural) + ["branches", "plans", "as_of", "period", "params", "rules", "at"]

    /// Fresh globals; without a function that refuses them, writes stay in the script's own table.
    init(_ state: LuaState, refuseWrite: LuaFunction?) {
        globals = state.makeTable()
        run = state.makeTable()
        run.metatable = state.makeTable(["__index": .table(state.globals)])
        globals.metatable = state.makeTable([
            "__index": .table(run), "__newindex": refuseWrite.map(LuaValue.function) ?? .nil,
            "__metatable": .boolean(false),
        ])
    }

    /// Shows a value for the time of a run.
    func show(_ name: String, _ value: LuaValue) {
        run[name] = value
        filled.append(name)
    }

    /// Shows a value for good.
    func keep(_ name: String, _ value: LuaValue) { run[name] = value }

    /// Takes away what the run showed.
    func endRun() {
        for name in filled { run[name] = .nil }
        filled = []
    }
}
