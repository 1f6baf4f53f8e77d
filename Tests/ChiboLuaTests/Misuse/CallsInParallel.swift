import ChiboLua

// Two calls of one state do not run at the same time; an actor lets them interleave where they wait.
func both(_ first: LuaFunction, _ second: LuaFunction) async throws -> Int {
    #if MISUSE
        // error below: sending 'first'
        async let left = first.callAsync()
        let right = try await second.callAsync()
        return try await left.count + right.count
    #else
        let left = try await first.callAsync()
        let right = try await second.callAsync()
        return left.count + right.count
    #endif
}
