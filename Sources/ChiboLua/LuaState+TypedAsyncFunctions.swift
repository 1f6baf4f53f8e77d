/// Async functions of typed parameters.
///
/// One for each number of parameters: Swift 6.3 crashes on closures that have both a parameter pack and the isolation
/// of their caller.
extension LuaState {
    /// A function without parameters that waits, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<Result: LuaReturnable>(
        _ name: String, _ work: @escaping () async throws -> Result
    ) -> LuaFunction {
        makeWaiting(name) { _ in AsyncOperation(work) }
    }

    /// A function without parameters that waits and has no result, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction(
        _ name: String, _ work: @escaping () async throws -> Void
    ) -> LuaFunction {
        makeWaiting(name) { _ in AsyncOperation(work) }
    }

    /// A function of one typed parameter that waits:
    /// `state.asyncFunction("fetch") { (page: String) in try await client.text(of: page) }`, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ work: @escaping (A) async throws -> Result
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let a = try A.read(call, 1)
            return AsyncOperation { try await work(a) }
        }
    }

    /// A function of one parameter that waits and has no result, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument>(
        _ name: String, _ work: @escaping (A) async throws -> Void
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let a = try A.read(call, 1)
            return AsyncOperation { try await work(a) }
        }
    }

    /// A function of two parameters that waits, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, B: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ work: @escaping (A, B) async throws -> Result
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let (a, b) = (try A.read(call, 1), try B.read(call, 2))
            return AsyncOperation { try await work(a, b) }
        }
    }

    /// A function of two parameters that waits and has no result, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, B: LuaArgument>(
        _ name: String, _ work: @escaping (A, B) async throws -> Void
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let (a, b) = (try A.read(call, 1), try B.read(call, 2))
            return AsyncOperation { try await work(a, b) }
        }
    }

    /// A function of three parameters that waits, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, B: LuaArgument, C: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ work: @escaping (A, B, C) async throws -> Result
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let (a, b, c) = (try A.read(call, 1), try B.read(call, 2), try C.read(call, 3))
            return AsyncOperation { try await work(a, b, c) }
        }
    }

    /// A function of three parameters that waits and has no result, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, B: LuaArgument, C: LuaArgument>(
        _ name: String, _ work: @escaping (A, B, C) async throws -> Void
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let (a, b, c) = (try A.read(call, 1), try B.read(call, 2), try C.read(call, 3))
            return AsyncOperation { try await work(a, b, c) }
        }
    }

    /// A function of four parameters that waits, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, B: LuaArgument, C: LuaArgument, D: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ work: @escaping (A, B, C, D) async throws -> Result
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let (a, b, c, d) = (try A.read(call, 1), try B.read(call, 2), try C.read(call, 3), try D.read(call, 4))
            return AsyncOperation { try await work(a, b, c, d) }
        }
    }

    /// A function of four parameters that waits and has no result, as ``makeAsyncFunction(_:_:)``.
    public func asyncFunction<A: LuaArgument, B: LuaArgument, C: LuaArgument, D: LuaArgument>(
        _ name: String, _ work: @escaping (A, B, C, D) async throws -> Void
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let (a, b, c, d) = (try A.read(call, 1), try B.read(call, 2), try C.read(call, 3), try D.read(call, 4))
            return AsyncOperation { try await work(a, b, c, d) }
        }
    }
}
