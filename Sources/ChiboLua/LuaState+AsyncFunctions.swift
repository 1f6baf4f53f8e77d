import CLuaBridge

extension LuaState {
    /// A function that waits: the script that calls it is suspended until the work is done.
    ///
    /// It can be called only in scripts run by ``LuaFunction/callAsync(_:deadline:)``. The work is done on the actor of
    /// whoever runs the script, in a task that is cancelled when the script is stopped; what it throws is raised in
    /// the script at the call, as that of any host function.
    /// - Parameters:
    ///   - name: the name for messages.
    ///   - work: gets the arguments and answers the results.
    /// - Returns: the function.
    public func makeAsyncFunction(
        _ name: String, _ work: @escaping (_ arguments: [LuaValue]) async throws -> [LuaValue]
    ) -> LuaFunction {
        makeWaiting(name) { call in
            let arguments = call.values
            return AsyncOperation(answering: {
                let results = try await work(arguments)
                return { call in for result in results { call.push(result) } }
            })
        }
    }

    /// `begin` reads the arguments while the script stands at the call; what it answers is the work.
    func makeWaiting(
        _ name: String, _ begin: @escaping (borrowing LuaCall) throws -> AsyncOperation
    ) -> LuaFunction {
        guard let (core, L) = unsafe running(6) else { return LuaFunction(state: self, reference: 0) }
        // Not the state: it would own itself.
        let context = context
        let function = HostFunction(name: name, context: context) { [unowned(unsafe) context] call in
            unsafe context.begun = try begin(call)
        }
        unsafe clb_push_async(L, Unmanaged.passRetained(function).toOpaque())
        return unsafe LuaFunction(state: self, reference: clb_ref(core, L))
    }
}
