import CLua
import CLuaBridge

/// A Lua function, a script's or the host's.
public final class LuaFunction: LuaObject {
    /// Calls it and answers all its results.
    @discardableResult public func call(_ arguments: LuaValue...) throws(LuaError) -> [LuaValue] {
        try call(arguments)
    }

    /// Calls it and answers all its results.
    @discardableResult public func call(_ arguments: [LuaValue]) throws(LuaError) -> [LuaValue] {
        guard let core = unsafe state.core, let L = unsafe clb_current(core) else { throw LuaError.closed }
        guard unsafe clb_has_room(L, Int32(clamping: arguments.count + 6)) else {
            throw LuaError(kind: .runtime, message: "stack overflow: too many arguments")
        }
        let top = unsafe lua_gettop(L)
        defer { unsafe lua_settop(L, top) }
        unsafe state.push(self, L)
        for argument in arguments { unsafe state.push(argument, L) }
        let outcome = unsafe clb_call(core, L, Int32(arguments.count), LUA_MULTRET)
        guard outcome == clb_ok.outcome else { throw unsafe state.takeError(L, outcome) }
        let end = unsafe lua_gettop(L)
        guard end > top else { return [] }
        return (top + 1...end).map { unsafe state.value(L, $0) }
    }

    /// Calls it with one record or scalar and lets `read` see the results where they lie: no allocation.
    public func call<R>(
        packed argument: PackedValue, _ read: (borrowing LuaResults) throws -> R
    ) throws -> R {
        guard let core = unsafe state.core, let L = unsafe clb_current(core) else { throw LuaError.closed }
        guard unsafe clb_has_room(L, 8) else { throw LuaError(kind: .runtime, message: "stack overflow") }
        var (base, first): (Int32, Int32) = (0, 0)
        let outcome = unsafe clb_call_packed(core, L, reference, argument.bits, &base, &first)
        defer { unsafe lua_settop(L, base) }
        guard outcome == clb_ok.outcome else { throw unsafe state.takeError(L, outcome) }
        return try read(unsafe LuaResults(state: state, L: L, first: first))
    }

    /// Where its text stands; nil for the host's functions.
    public var definedAt: (source: String, line: Int)? {
        unsafe onStack { L in
            var frame = clb_frame()
            unsafe lua_pushvalue(L, -1)
            guard unsafe clb_defined_at(L, &frame) else { return nil }
            let place = LuaFrame(frame)
            return (place.source, place.line)
        } ?? nil
    }
}

/// The results of a call where they lie on Lua's stack; positions from 0.
///
/// Reading past the end gives nil.
@safe public struct LuaResults: ~Copyable {
    private unowned(unsafe) let state: LuaState
    private let L: OpaquePointer
    private let first: Int32

    init(state: LuaState, L: OpaquePointer, first: Int32) {
        unsafe self.state = state
        unsafe self.L = L
        self.first = first
    }

    private func index(_ position: Int) -> Int32 { first + Int32(clamping: position) }

    /// How many there are.
    public var count: Int { Int(unsafe lua_gettop(L) - first + 1) }

    /// True for nil and past the end.
    public func isNil(_ position: Int) -> Bool {
        unsafe lua_type(L, index(position)) <= LUA_TNIL
    }

    /// A boolean result.
    public func boolean(_ position: Int) -> Bool? {
        unsafe lua_type(L, index(position)) == LUA_TBOOLEAN ? lua_toboolean(L, index(position)) != 0 : nil
    }

    /// An integer result, or a float without a fraction.
    public func integer(_ position: Int) -> Int64? {
        guard unsafe lua_type(L, index(position)) == LUA_TNUMBER else { return nil }
        var isExact: Int32 = 0
        let integer = unsafe lua_tointegerx(L, index(position), &isExact)
        return isExact != 0 ? integer : nil
    }

    /// A number result.
    public func number(_ position: Int) -> Double? {
        unsafe lua_type(L, index(position)) == LUA_TNUMBER ? lua_tonumberx(L, index(position), nil) : nil
    }

    /// The text of a string result.
    public func text(_ position: Int) -> String? {
        unsafe lua_type(L, index(position)) == LUA_TSTRING ? state.string(L, index(position)).text : nil
    }

    /// The length of a table's list part, without a handle.
    public func length(_ position: Int) -> Int? {
        unsafe lua_type(L, index(position)) == LUA_TTABLE ? Int(lua_rawlen(L, index(position))) : nil
    }

    /// A record or scalar.
    public func packed(_ position: Int) -> PackedValue? {
        unsafe lua_type(L, index(position)) == LUA_TLIGHTUSERDATA ? state.packed(L, index(position)) : nil
    }

    /// Any result, as a value.
    public func value(_ position: Int) -> LuaValue {
        unsafe state.value(L, index(position))
    }
}
