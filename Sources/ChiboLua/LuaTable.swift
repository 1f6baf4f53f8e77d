import CLua
import CLuaBridge

/// A Lua table, by reference.
///
/// Access is raw: metamethods do not run and nothing raises.
public final class LuaTable: LuaObject {
    /// The value of a field; setting nil removes it.
    public subscript(_ key: String) -> LuaValue {
        get {
            unsafe get { L in unsafe state.push(key, L) }
        }
        set {
            unsafe set(newValue) { L in unsafe state.push(key, L) }
        }
    }

    /// The element of a list, from 1.
    public subscript(_ index: Int) -> LuaValue {
        get {
            unsafe get { L in unsafe lua_pushinteger(L, Int64(index)) }
        }
        set {
            unsafe set(newValue) { L in unsafe lua_pushinteger(L, Int64(index)) }
        }
    }

    /// The value of any key; nil and NaN keys read nil and are ignored when set.
    public subscript(key key: LuaValue) -> LuaValue {
        get {
            unsafe key.isKey ? get { L in unsafe state.push(key, L) } : .nil
        }
        set {
            if key.isKey { unsafe set(newValue) { L in unsafe state.push(key, L) } }
        }
    }

    private func get(_ pushKey: (OpaquePointer) -> Void) -> LuaValue {
        unsafe onStack { L in
            unsafe pushKey(L)
            unsafe lua_rawget(L, -2)
            return unsafe state.value(L, -1)
        } ?? .nil
    }

    private func set(_ value: LuaValue, _ pushKey: (OpaquePointer) -> Void) {
        _ = unsafe onStack { L in
            unsafe pushKey(L)
            unsafe state.push(value, L)
            // A text too large for the limit was refused as nil, which no table takes as a key.
            if unsafe lua_type(L, -2) != LUA_TNIL { unsafe lua_rawset(L, -3) }
        }
    }

    /// The length of the list part (`rawlen`).
    public var count: Int {
        unsafe onStack { L in Int(unsafe lua_rawlen(L, -1)) } ?? 0
    }

    /// The list part: the values from 1 up to the first that is not there, as `ipairs` sees them.
    ///
    /// Not up to ``count``, which holes can make 2^62 in a table of sixty values.
    public var list: [LuaValue] {
        var values: [LuaValue] = []
        while true {
            let value = self[values.count + 1]
            if value.isNil { return values }
            values.append(value)
        }
    }

    /// True when it has no key at all.
    public var isEmpty: Bool {
        unsafe onStack { L in
            unsafe lua_pushnil(L)
            return unsafe lua_next(L, -2) == 0
        } ?? true
    }

    /// Every pair in the fixed order.
    ///
    /// Numbers ascending, strings by bytes, records by kind and row, booleans; then keys that have no order (tables,
    /// functions), as they come.
    public func forEach<E>(_ body: (LuaValue, LuaValue) throws(E) -> Void) throws(E) {
        for (key, value) in pairs { try body(key, value) }
    }

    /// Every pair in the order of ``forEach(_:)``.
    public var pairs: [(key: LuaValue, value: LuaValue)] {
        unsafe onStack { L in
            let table = unsafe lua_gettop(L)
            guard unsafe clb_reserve(L, 10) else { return [] }
            let count = unsafe clb_push_keys(L, table)
            return (0..<Int64(count)).map { position in
                unsafe lua_rawgeti(L, table + 1, position + 1)
                unsafe lua_pushvalue(L, -1)
                unsafe lua_rawget(L, table)
                defer { unsafe lua_settop(L, table + 1) }
                return unsafe (state.value(L, -2), state.value(L, -1))
            }
        } ?? []
    }

    /// The metatable, also one that is locked for scripts.
    public var metatable: LuaTable? {
        get {
            unsafe onStack { L in unsafe lua_getmetatable(L, -1) == 0 ? nil : state.value(L, -1).table } ?? nil
        }
        set {
            _ = unsafe onStack { L in
                unsafe state.push(newValue.map { .table($0) } ?? .nil, L)
                unsafe lua_setmetatable(L, -2)
            }
        }
    }
}

extension LuaValue {
    /// Whether a table takes it as a key.
    fileprivate var isKey: Bool {
        switch self {
        case .nil: false
        case .number(let number): !number.isNaN
        default: true
        }
    }
}
