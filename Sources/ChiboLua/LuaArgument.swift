/// A Swift type that an argument of a typed host function can have.
public protocol LuaArgument: LuaNamed {
    /// Reads the argument at a position, or throws ``LuaCall/unexpected(_:_:nearest:)`` or
    /// ``LuaCall/badArgument(_:_:)``.
    static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Self
}

/// A Swift type that a typed host function can answer.
public protocol LuaReturnable: LuaNamed, ~Copyable {
    /// Appends the results; a value that cannot be copied moves to Lua.
    consuming func push(_ call: borrowing LuaCall)
}

extension Bool: LuaArgument, LuaReturnable {
    /// A boolean argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Bool { try call.boolean(position) }
    /// Appends a boolean.
    public func push(_ call: borrowing LuaCall) { call.push(self) }
}

extension Int64: LuaArgument, LuaReturnable {
    /// An integer argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Int64 { try call.integer(position) }
    /// Appends an integer.
    public func push(_ call: borrowing LuaCall) { call.push(self) }
}

extension Int: LuaArgument, LuaReturnable {
    /// An integer argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Int {
        Int(try call.integer(position))
    }
    /// Appends an integer.
    public func push(_ call: borrowing LuaCall) { call.push(Int64(self)) }
}

extension Double: LuaArgument, LuaReturnable {
    /// A number argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Double { try call.number(position) }
    /// Appends a number.
    public func push(_ call: borrowing LuaCall) { call.push(self) }
}

extension String: LuaArgument, LuaReturnable {
    /// The text of a string argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> String { try call.string(position) }
    /// Appends a text.
    public func push(_ call: borrowing LuaCall) { call.push(self) }
}

extension PackedValue: LuaArgument, LuaReturnable {
    /// A record or scalar argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> PackedValue {
        try call.packed(position)
    }
    /// Appends a record or scalar.
    public func push(_ call: borrowing LuaCall) { call.push(self) }
}

extension LuaValue: LuaArgument, LuaReturnable {
    /// Any argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> LuaValue { call.value(position) }
    /// Appends a value.
    public func push(_ call: borrowing LuaCall) { call.push(self) }
}

extension LuaTable: LuaReturnable {
    /// Appends the table.
    public func push(_ call: borrowing LuaCall) { call.push(.table(self)) }
}

extension LuaFunction: LuaReturnable {
    /// Appends the function.
    public func push(_ call: borrowing LuaCall) { call.push(.function(self)) }
}

extension LuaRows: LuaReturnable {
    /// Appends the collection.
    public func push(_ call: borrowing LuaCall) { call.push(.rows(self)) }
}

extension LuaTable: LuaArgument {
    /// A table argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> LuaTable { try call.table(position) }
}

extension LuaFunction: LuaArgument {
    /// A function argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> LuaFunction {
        try call.function(position)
    }
}

extension LuaRows: LuaArgument {
    /// A collection argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> LuaRows { try call.rows(position) }
}

extension Optional: LuaArgument where Wrapped: LuaArgument {
    /// Nil for nil and past the end, else the argument.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Wrapped? {
        call.isNil(position) ? nil : try Wrapped.read(call, position)
    }
}

extension Optional: LuaReturnable where Wrapped: LuaReturnable {
    /// Appends nil or the value.
    public func push(_ call: borrowing LuaCall) {
        if let self { self.push(call) } else { call.push(.nil) }
    }
}
