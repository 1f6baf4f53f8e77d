extension LuaFunction {
    /// Calls it and answers all its results; it may call async host functions, and waits for them.
    ///
    /// The script runs in a coroutine that it does not see. Where it waits, in whatever coroutine, `pcall` or
    /// metamethod of its own, all of it is suspended and the state is free for other calls: several calls of one
    /// state can be in flight on the actor that owns it. A script cannot wait within a function that needs its answer
    /// at once (a host function that calls back, a comparator of `table.sort`, a replacement of `gsub`); it gets an
    /// error that says so.
    ///
    /// Cancelling the task ends the script as ``LuaStopReason/cancelled``, in a loop at once; in a wait the work is
    /// cancelled, and the script ends when the work has.
    /// - Parameters:
    ///   - arguments: the arguments.
    ///   - deadline: wall time of the whole call with its waits; nil: the policy's. A call from within an async host
    ///     function of the same state ends with the call around it, too.
    /// - Returns: all results.
    /// - Throws: as ``call(_:)-([LuaValue])``; work that an async host function threw is ``LuaError/Kind/host``.
    @discardableResult
    public func callAsync(
        _ arguments: [LuaValue], deadline: Duration? = nil
    ) async throws(LuaError) -> [LuaValue] {
        let run = try AsyncRun(self, arguments, deadline: deadline ?? state.policy.deadline)
        return try await run.finish(on: #isolation).get()
    }

    /// Calls it and answers all its results; it may call async host functions, and waits for them.
    @discardableResult
    public func callAsync(_ arguments: LuaValue...) async throws(LuaError) -> [LuaValue] {
        try await callAsync(arguments)
    }
}
