/// One call of a host function: its arguments, positions from 1, and its results.
///
/// Typed readers throw Lua's own message: "bad argument #1 to 'f' (number expected, got nil)".
public struct LuaCall: ~Copyable {
    /// The state that calls.
    public var state: LuaState { pending() }
    /// The name the function was made with.
    public var name: String { pending() }
    /// How many arguments were given.
    public var count: Int { pending() }

    /// True for nil and past the end.
    public func isNil(_ position: Int) -> Bool { pending() }
    /// An integer argument, or a float without a fraction.
    public func integer(_ position: Int) throws -> Int64 { pending() }
    /// A number argument.
    public func number(_ position: Int) throws -> Double { pending() }
    /// A boolean argument.
    public func boolean(_ position: Int) throws -> Bool { pending() }
    /// What a condition takes the argument for.
    public func isTruthy(_ position: Int) -> Bool { pending() }
    /// The text of a string argument.
    public func string(_ position: Int) throws -> String { pending() }
    /// The bytes of a string argument, where they lie; only for the duration of `body`.
    public func withBytes<R>(_ position: Int, _ body: (Span<UInt8>) throws -> R) throws -> R { pending() }
    /// A table argument.
    public func table(_ position: Int) throws -> LuaTable { pending() }
    /// A function argument.
    public func function(_ position: Int) throws -> LuaFunction { pending() }
    /// A record or scalar argument of any kind.
    public func packed(_ position: Int) throws -> PackedValue { pending() }
    /// A record or scalar argument of a kind; records of worlds no longer mounted are refused.
    public func packed(_ position: Int, _ kind: LuaKind) throws -> PackedValue { pending() }
    /// A collection argument.
    public func rows(_ position: Int) throws -> LuaRows { pending() }
    /// Any argument; nil past the end.
    public func value(_ position: Int) -> LuaValue { pending() }
    /// All arguments.
    public var values: [LuaValue] { pending() }

    /// The error "bad argument #position to 'name' (problem)", to be thrown.
    public func badArgument(_ position: Int, _ problem: String) -> any Error { pending() }
    /// Where in a script the call stands; nil when no script function called.
    public var position: LuaFrame? { pending() }

    /// Appends a result.
    public func push(_ value: LuaValue) { pending() }
    /// Appends an integer.
    public func push(_ value: Int64) { pending() }
    /// Appends a number.
    public func push(_ value: Double) { pending() }
    /// Appends a boolean.
    public func push(_ value: Bool) { pending() }
    /// Appends a text.
    public func push(_ value: String) { pending() }
    /// Appends a record or scalar.
    public func push(_ value: PackedValue) { pending() }
    /// Appends a collection with a copy of the rows, without a handle.
    public func pushRows(kind: LuaKind, generation: LuaGeneration, rows: [Int32]) { pending() }
    /// Appends one of the arguments, as it is.
    public func pushArgument(_ position: Int) { pending() }
}
