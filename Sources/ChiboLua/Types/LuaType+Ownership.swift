/// Members of types that cannot be copied, and methods that change a value or use it up.
///
/// While a method that changes a value runs, the value cannot be used otherwise, as Swift demands: a script that it
/// calls and that touches the value gets an error (``LuaMisuse/busy(type:)``).
extension LuaType where Instance: ~Copyable {
    /// A property that is computed from the borrowed value when scripts read it.
    @inlinable
    public mutating func borrowingProperty<Value: LuaReturnable>(
        _ name: String, _ summary: String = "", _ get: @escaping @Sendable (borrowing Instance) throws -> Value
    ) {
        let read: LuaMember.Body = { call in
            try call.borrowing(1, Instance.self) { instance in try get(instance) }.push(call)
        }
        add(LuaMember(name, summary, .property(get: read, set: nil), result: { Value.luaName }))
    }

    /// A method that borrows the value.
    @inlinable
    public mutating func borrowingMethod<each Argument: LuaArgument, Result: LuaReturnable & ~Copyable>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (borrowing Instance, repeat each Argument) throws -> Result
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let arguments = (repeat try (each Argument).next(call, &position))
            let result = try call.borrowing(1, Instance.self) { instance in try body(instance, repeat each arguments) }
            result.push(call)
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { Result.luaName })
    }

    /// A method that borrows the value and has no result.
    @inlinable
    public mutating func borrowingMethod<each Argument: LuaArgument>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (borrowing Instance, repeat each Argument) throws -> Void
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let arguments = (repeat try (each Argument).next(call, &position))
            try call.borrowing(1, Instance.self) { instance in try body(instance, repeat each arguments) }
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { nil })
    }

    /// A method that changes the value that Lua holds.
    @inlinable
    public mutating func mutatingMethod<each Argument: LuaArgument, Result: LuaReturnable & ~Copyable>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (inout Instance, repeat each Argument) throws -> Result
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let arguments = (repeat try (each Argument).next(call, &position))
            let result = try call.changing(1, Instance.self) { instance in try body(&instance, repeat each arguments) }
            result.push(call)
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { Result.luaName })
    }

    /// A method that changes the value that Lua holds and has no result.
    @inlinable
    public mutating func mutatingMethod<each Argument: LuaArgument>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (inout Instance, repeat each Argument) throws -> Void
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let arguments = (repeat try (each Argument).next(call, &position))
            try call.changing(1, Instance.self) { instance in try body(&instance, repeat each arguments) }
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { nil })
    }

    /// A method that uses the value up: afterwards the Lua value is no longer valid, and every use of it says so.
    @inlinable
    public mutating func consumingMethod<each Argument: LuaArgument, Result: LuaReturnable & ~Copyable>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (consuming Instance, repeat each Argument) throws -> Result
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let arguments = (repeat try (each Argument).next(call, &position))
            let result = try body(call.take(1, Instance.self), repeat each arguments)
            result.push(call)
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { Result.luaName })
    }

    /// A method that uses the value up and has no result.
    @inlinable
    public mutating func consumingMethod<each Argument: LuaArgument>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (consuming Instance, repeat each Argument) throws -> Void
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let arguments = (repeat try (each Argument).next(call, &position))
            try body(call.take(1, Instance.self), repeat each arguments)
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { nil })
    }
}
