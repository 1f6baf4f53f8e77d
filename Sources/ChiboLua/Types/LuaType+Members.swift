/// Properties and methods of types that can be copied.
extension LuaType {
    /// A property that scripts read.
    ///
    /// Swift walks a key path each time; where a property is read in a loop, `type.property("code") { $0.code }` takes
    /// half the instructions.
    @inlinable
    public mutating func property<Value: LuaReturnable>(
        _ name: String, _ path: any KeyPath<Instance, Value> & Sendable, _ summary: String = ""
    ) {
        property(name, summary) { instance in instance[keyPath: path] }
    }

    /// A property that is computed when scripts read it.
    @inlinable
    public mutating func property<Value: LuaReturnable>(
        _ name: String, _ summary: String = "", _ get: @escaping @Sendable (Instance) throws -> Value
    ) {
        let read: LuaMember.Body = { call in try get(call.stored(1, Instance.self)).push(call) }
        add(LuaMember(name, summary, .property(get: read, set: nil), result: { Value.luaName }))
    }

    /// A property that scripts read and assign.
    ///
    /// Of a structure: the copy that Lua holds is changed.
    @inlinable
    public mutating func writableProperty<Value: LuaReturnable & LuaArgument>(
        _ name: String, _ path: any WritableKeyPath<Instance, Value> & Sendable, _ summary: String = ""
    ) {
        writableProperty(name, summary) { instance in
            instance[keyPath: path]
        } set: { instance, value in
            instance[keyPath: path] = value
        }
    }

    /// A property that is computed when scripts read it, with what assigning does; it may refuse a value by throwing.
    @inlinable
    public mutating func writableProperty<Value: LuaReturnable & LuaArgument>(
        _ name: String, _ summary: String = "", get: @escaping @Sendable (Instance) throws -> Value,
        set: @escaping @Sendable (inout Instance, Value) throws -> Void
    ) {
        let read: LuaMember.Body = { call in try get(call.stored(1, Instance.self)).push(call) }
        let isClass = isIdentified
        let write: LuaMember.Body = { call in
            let value = try Value.read(call, 3)
            if isClass {  // shared: what assigning sets off may use it
                var instance = try call.stored(1, Instance.self)
                return try set(&instance, value)
            }
            try call.changing(1, Instance.self) { instance in try set(&instance, value) }
        }
        add(LuaMember(name, summary, .property(get: read, set: write), result: { Value.luaName }))
    }

    /// A method: `value:name(…)`.
    ///
    /// - Parameters:
    ///   - name: what scripts call it.
    ///   - parameters: a name, or more, for each parameter; empty: they have none.
    ///   - summary: what it does, in Markdown.
    ///   - body: gets the instance, then the arguments.
    @inlinable
    public mutating func method<each Argument: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (Instance, repeat each Argument) throws -> Result
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            let result = try body(call.stored(1, Instance.self), repeat try (each Argument).next(call, &position))
            result.push(call)
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { Result.luaName })
    }

    /// A method without a result.
    @inlinable
    public mutating func method<each Argument: LuaArgument>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (Instance, repeat each Argument) throws -> Void
    ) {
        let call: LuaMember.Body = { call in
            var position = 1
            try body(call.stored(1, Instance.self), repeat try (each Argument).next(call, &position))
        }
        addMethod(name, parameters, summary, call, (repeat (each Argument).self), { nil })
    }

    /// A method of the Swift type: `type.method("rating", ["year"], calling: Branch.rating)`.
    @inlinable
    public mutating func method<each Argument: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        calling body: @escaping @Sendable (Instance) -> (repeat each Argument) throws -> Result
    ) {
        method(name, parameters, summary) { (instance: Instance, argument: repeat each Argument) in
            try body(instance)(repeat each argument)
        }
    }

    /// A method of the Swift type without a result.
    @inlinable
    public mutating func method<each Argument: LuaArgument>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        calling body: @escaping @Sendable (Instance) -> (repeat each Argument) throws -> Void
    ) {
        method(name, parameters, summary) { (instance: Instance, argument: repeat each Argument) in
            try body(instance)(repeat each argument)
        }
    }
}

extension LuaType where Instance: ~Copyable {
    @inlinable mutating func addMethod<each Argument: LuaArgument>(
        _ name: String, _ parameters: [LuaParameter], _ summary: String, _ body: @escaping LuaMember.Body,
        _ arguments: (repeat (each Argument).Type), _ result: @escaping @Sendable () -> LuaTypeName?
    ) {
        add(
            LuaMember(
                name, summary, .method(body), parameters, arity: packCount(repeat (each Argument).self),
                types: { packNames(repeat (each Argument).self) }, result: result))
    }
}

/// How many types a pack has.
@usableFromInline func packCount<each Argument: LuaArgument>(_ types: repeat (each Argument).Type) -> Int {
    var count = 0
    repeat _ = (each types, count += 1)
    return count
}

/// What the types of a pack are called.
@usableFromInline func packNames<each Argument: LuaArgument>(_ types: repeat (each Argument).Type) -> [LuaTypeName] {
    var names: [LuaTypeName] = []
    repeat names.append((each types).luaName)
    return names
}
