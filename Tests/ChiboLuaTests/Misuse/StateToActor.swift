import ChiboLua

actor Engine {
    let state: LuaState
    init(_ state: sending LuaState) { self.state = state }
    func run(_ script: String) throws { try state.load(script, name: "script.lua").call() }
}

// A state may be given away; who gave it has it no longer.
func start() async throws {
    let state = LuaState()
    #if MISUSE
        // error below: sending 'state'
        let engine = Engine(state)
        try await engine.run("answer = 42")
        state.collectGarbage()
    #else
        let engine = Engine(state)
        try await engine.run("answer = 42")
    #endif
}
