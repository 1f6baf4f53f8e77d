/// A reference to a Lua value.
///
/// Releasing it is safe at any time, on any thread.
public class LuaObject: Equatable {
    /// The state it lives in.
    public let state: LuaState

    init(state: LuaState) {
        self.state = state
    }

    /// Lua's name of the type.
    public var typeName: String { pending() }

    /// True when both are the same Lua object.
    public static func == (left: LuaObject, right: LuaObject) -> Bool { pending() }
}

/// A Lua table, by reference.
///
/// Access is raw: metamethods do not run and nothing raises.
public final class LuaTable: LuaObject {
    /// The value of a field; setting nil removes it.
    public subscript(_ key: String) -> LuaValue {
        get { pending() }
        set { pending() }
    }

    /// The element of a list, from 1.
    public subscript(_ index: Int) -> LuaValue {
        get { pending() }
        set { pending() }
    }

    /// The value of any key; nil and NaN keys read nil and are ignored when set.
    public subscript(key: LuaValue) -> LuaValue {
        get { pending() }
        set { pending() }
    }

    /// The length of the list part (`rawlen`).
    public var count: Int { pending() }

    /// The list part, 1 to ``count``.
    public var list: [LuaValue] { pending() }

    /// True when it has no key at all.
    public var isEmpty: Bool { pending() }

    /// Every pair in the fixed order: numbers ascending, strings by bytes, records by kind and row, booleans; then
    /// keys that have no order (tables, functions), as they come.
    public func forEach<E>(_ body: (LuaValue, LuaValue) throws(E) -> Void) throws(E) { pending() }

    /// Every pair in the order of ``forEach(_:)``.
    public var pairs: [(key: LuaValue, value: LuaValue)] { pending() }

    /// The metatable, also one that is locked for scripts.
    public var metatable: LuaTable? {
        get { pending() }
        set { pending() }
    }
}

/// A Lua function, a script's or the host's.
public final class LuaFunction: LuaObject {
    /// Calls it and answers all its results.
    @discardableResult public func call(_ arguments: LuaValue...) throws(LuaError) -> [LuaValue] { pending() }

    /// Calls it and answers all its results.
    @discardableResult public func call(_ arguments: [LuaValue]) throws(LuaError) -> [LuaValue] { pending() }

    /// Calls it with one record or scalar and lets `read` see the results where they lie: no allocation.
    public func call<R>(
        packed argument: PackedValue, _ read: (borrowing LuaResults) throws -> R
    ) throws -> R { pending() }

    /// Where its text stands; nil for the host's functions.
    public var definedAt: (source: String, line: Int)? { pending() }
}

/// The results of a call where they lie on Lua's stack; positions from 0.
///
/// Reading past the end gives nil.
public struct LuaResults: ~Copyable {
    /// How many there are.
    public var count: Int { pending() }
    /// True for nil and past the end.
    public func isNil(_ position: Int) -> Bool { pending() }
    /// A boolean result.
    public func boolean(_ position: Int) -> Bool? { pending() }
    /// An integer result, or a float without a fraction.
    public func integer(_ position: Int) -> Int64? { pending() }
    /// A number result.
    public func number(_ position: Int) -> Double? { pending() }
    /// The text of a string result.
    public func text(_ position: Int) -> String? { pending() }
    /// A record or scalar.
    public func packed(_ position: Int) -> PackedValue? { pending() }
    /// Any result, as a value.
    public func value(_ position: Int) -> LuaValue { pending() }
}

/// A collection of records of one kind in one world; immutable.
public final class LuaRows: LuaObject {
    /// The kind of its records.
    public var kind: LuaKind { pending() }
    /// The world it belongs to.
    public var generation: LuaGeneration { pending() }
    /// How many records.
    public var count: Int { pending() }
    /// Lends the rows, without copying.
    /// - Throws: when its world is no longer mounted.
    public func withRows<R>(_ body: (Span<Int32>) -> R) throws(LuaError) -> R { pending() }
    /// Lends the rows as a buffer, without copying; it must not outlive the call.
    /// - Throws: when its world is no longer mounted.
    @unsafe public func withUnsafeRows<R>(_ body: (UnsafeBufferPointer<Int32>) -> R) throws(LuaError) -> R { pending() }
    /// A copy of the rows; empty when its world is no longer mounted.
    public var rows: [Int32] { pending() }
}
