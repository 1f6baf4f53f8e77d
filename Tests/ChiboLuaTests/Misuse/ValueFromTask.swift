import ChiboLua

// A handle does not come back from a task that runs elsewhere; what it says does.
func ask() async throws -> String {
    #if MISUSE
        // error below: type 'LuaValue' does not conform to the 'Sendable' protocol
        let task = Task.detached {
            let state = LuaState()
            return try state.load("return 'yes'", name: "ask.lua").call()[0]
        }
        // error below: type 'LuaValue' does not conform
        return try await task.value.text ?? ""
    #else
        return try await Task.detached {
            let state = LuaState()
            return try state.load("return 'yes'", name: "ask.lua").call()[0].text ?? ""
        }.value
    #endif
}
