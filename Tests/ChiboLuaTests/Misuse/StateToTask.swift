import ChiboLua

// A task that may run at the same time needs a state of its own.
func count() async throws -> Int {
    let state = LuaState()
    #if MISUSE
        // error below: sending value of non-Sendable type
        let task = Task.detached { try state.load("return 1", name: "one.lua").call().count }
        return try await task.value + state.memoryUsed
    #else
        return try state.load("return 1", name: "one.lua").call().count
    #endif
}
