/// Functions of the type itself, and what Lua's operators do with its values.
extension LuaType where Instance: ~Copyable {
    /// A function of the type: `Type.name(…)`, once the type is exposed.
    @inlinable
    public mutating func function<each Argument: LuaArgument, Result: LuaReturnable & ~Copyable>(
        _ name: String, _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (repeat each Argument) throws -> Result
    ) {
        let call: LuaMember.Body = { call in
            var position = 0
            let result = try body(repeat try (each Argument).next(call, &position))
            result.push(call)
        }
        add(
            LuaMember(
                name, summary, .function(call), parameters, arity: packCount(repeat (each Argument).self),
                types: { packNames(repeat (each Argument).self) }, result: { Result.luaName }))
    }

    /// How scripts make values: `Type.new(…)`, once the type is exposed; it may answer nil, or throw.
    @inlinable
    public mutating func initializer<each Argument: LuaArgument, Result: LuaReturnable & ~Copyable>(
        _ parameters: [LuaParameter] = [], _ summary: String = "",
        _ body: @escaping @Sendable (repeat each Argument) throws -> Result
    ) {
        function("new", parameters, summary, body)
    }

    /// What `tostring`, `print`, `%s` and `..` make of a value; without it, the type's name.
    @inlinable
    public mutating func text(_ text: @escaping @Sendable (borrowing Instance) -> String) {
        operation("__tostring", "tostring") { call in
            try call.borrowing(1, Instance.self) { instance in text(instance) }.push(call)
        }
    }

    /// The bytes that a value holds outside of Lua: they count towards the memory limit as Lua's own.
    @inlinable
    public mutating func weighs(_ bytes: @escaping @Sendable (borrowing Instance) -> Int) {
        unsafe weigh { instance in bytes(unsafe instance.assumingMemoryBound(to: Instance.self).pointee) }
    }

    @usableFromInline mutating func weigh(_ bytes: @escaping @Sendable (UnsafeRawPointer) -> Int) {
        unsafe weight = bytes
    }

    @usableFromInline mutating func operation(
        _ event: String, _ name: String, _ parameters: [LuaParameter] = [], arity: Int = 0,
        types: @escaping @Sendable () -> [LuaTypeName] = { [] },
        result: @escaping @Sendable () -> LuaTypeName? = { nil }, _ body: @escaping LuaMember.Body
    ) {
        add(
            LuaMember(
                name, "", .operation(event: event, body), parameters, arity: arity, types: types, result: result))
    }
}

extension LuaType {
    /// What calling a value does: `value(…)`.
    @inlinable
    public mutating func callable<each Argument: LuaArgument, Result: LuaReturnable>(
        _ parameters: [LuaParameter] = [],
        _ body: @escaping @Sendable (Instance, repeat each Argument) throws -> Result
    ) {
        operation(
            "__call", "call", parameters, arity: packCount(repeat (each Argument).self),
            types: { packNames(repeat (each Argument).self) }, result: { Result.luaName }
        ) { call in
            var position = 1
            try body(call.stored(1, Instance.self), repeat try (each Argument).next(call, &position)).push(call)
        }
    }

    /// What a list-like value holds: `#value`, `value[1]`, `ipairs(value)`; positions in Swift from 0.
    @inlinable
    public mutating func elements<Element: LuaReturnable>(
        count: @escaping @Sendable (Instance) -> Int, at: @escaping @Sendable (Instance, Int) throws -> Element
    ) {
        operation("__len", "length", result: { Int.luaName }) { call in
            try count(call.stored(1, Instance.self)).push(call)
        }
        setElement({ Element.luaName }) { call in
            let instance = try call.stored(1, Instance.self)
            guard let index = call.exactInteger(2), index >= 1, index <= count(instance) else {
                return call.push(.nil)
            }
            try at(instance, index - 1).push(call)
        }
    }

    @usableFromInline
    mutating func setElement(_ name: @escaping @Sendable () -> LuaTypeName, _ get: @escaping LuaMember.Body) {
        element = LuaElement(get: get, name: name)
    }
}

extension LuaType where Instance: Equatable {
    /// `==` is Swift's: two values of the type are equal when Swift says so.
    ///
    /// Without it, class instances are equal when they are the same, values of other types never are. As keys of a
    /// table they stay apart all the same.
    @inlinable
    public mutating func equatable() {
        operation("__eq", "equal") { call in
            let (left, right) = (try? call.stored(1, Instance.self), try? call.stored(2, Instance.self))
            call.push(left != nil && left == right)
        }
    }
}

extension LuaType where Instance: Comparable {
    /// `<`, `<=`, `>` and `>=` are Swift's; `table.sort` sorts by them.
    @inlinable
    public mutating func comparable() {
        operation("__lt", "less") { call in try call.push(call.stored(1, Instance.self) < call.stored(2, Instance.self))
        }
        operation("__le", "less_equal") { call in
            try call.push(call.stored(1, Instance.self) <= call.stored(2, Instance.self))
        }
    }
}
