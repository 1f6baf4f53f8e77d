import CLua
import CLuaBridge

extension Array: LuaNamed where Element: LuaNamed {
    /// A list of the element type.
    public static var luaName: LuaTypeName { Element.luaName.list }
}

extension Array: LuaArgument where Element: LuaArgument {
    /// A copy of a table's list part: the values from 1 up to the first nil.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> [Element] {
        var elements: [Element] = []
        try call.forEachElement(position, luaName) { nested, index in
            elements.append(try Element.read(nested, index))
        }
        return elements
    }
}

extension Array: LuaReturnable where Element: LuaReturnable {
    /// Appends a new table with the elements from 1.
    public func push(_ call: borrowing LuaCall) {
        call.pushTable(array: count) { table in
            for (index, element) in enumerated() {
                table.add(call) {
                    element.push(call)
                } key: {
                    call.push(Int64(index + 1))
                }
            }
        }
    }
}

extension Dictionary: LuaNamed where Key: LuaNamed, Value: LuaNamed {
    /// A table from the key type to the value type.
    public static var luaName: LuaTypeName { Key.luaName.table(of: Value.luaName) }
}

extension Dictionary: LuaArgument where Key: LuaArgument, Value: LuaArgument {
    /// A copy of a table.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> [Key: Value] {
        var pairs: [Key: Value] = [:]
        try call.forEachPair(position, luaName) { nested, key, value in
            pairs[try Key.read(nested, key)] = try Value.read(nested, value)
        }
        return pairs
    }
}

extension Dictionary: LuaReturnable where Key: LuaReturnable, Value: LuaReturnable {
    /// Appends a new table with the pairs; a key that Lua does not take (NaN, nil) is left out.
    public func push(_ call: borrowing LuaCall) {
        call.pushTable(fields: count) { table in
            for (key, value) in self {
                table.add(call) {
                    value.push(call)
                } key: {
                    key.push(call)
                }
            }
        }
    }
}

// MARK: Tables on the stack

/// The index of a table that is being filled.
struct TableOnStack {
    let index: Int32

    /// Adds what one closure pushes under the key that the other pushes; each may push nothing, for lack of memory.
    func add(_ call: borrowing LuaCall, _ value: () -> Void, key: () -> Void) {
        let L = unsafe call.L
        guard unsafe clb_reserve(L, 6) else { return }
        key()
        unsafe lua_settop(L, index + 1)
        value()
        unsafe lua_settop(L, index + 2)
        let isKey = unsafe lua_type(L, index + 1) != LUA_TNIL && lua_rawequal(L, index + 1, index + 1) != 0
        if isKey { unsafe lua_rawset(L, index) } else { unsafe lua_settop(L, index) }
    }
}

extension LuaCall {
    /// Appends a table that the body fills.
    func pushTable(array: Int = 0, fields: Int = 0, _ fill: (TableOnStack) -> Void) {
        guard unsafe clb_reserve(L, 8) else { return }
        unsafe lua_createtable(L, Int32(clamping: array), Int32(clamping: fields))
        fill(TableOnStack(index: unsafe lua_gettop(L)))
    }

    /// Gives the body each element of a list: a call in which the element is the argument at a position.
    func forEachElement(
        _ position: Int, _ name: LuaTypeName, _ body: (borrowing LuaCall, Int) throws -> Void
    ) throws {
        try requireTable(position, name)
        let top = unsafe lua_gettop(L)
        defer { unsafe lua_settop(L, top) }
        var number: Int64 = 1
        while unsafe lua_rawgeti(L, Int32(position), number) != LUA_TNIL {
            try charge()
            try within("[\(number)]", of: position) { nested in try body(nested, Int(top) + 1) }
            unsafe lua_settop(L, top)
            number += 1
        }
    }

    /// Gives the body each pair of a table, in the fixed order: a call in which key and value are arguments.
    func forEachPair(
        _ position: Int, _ name: LuaTypeName, _ body: (borrowing LuaCall, Int, Int) throws -> Void
    ) throws {
        try requireTable(position, name)
        let top = unsafe lua_gettop(L)
        defer { unsafe lua_settop(L, top) }
        let count = unsafe clb_push_keys(L, Int32(position))
        for number in 0..<Int64(count) {
            unsafe lua_rawgeti(L, top + 1, number + 1)
            try charge()
            unsafe lua_pushvalue(L, -1)
            unsafe lua_rawget(L, Int32(position))
            try charge()
            let key = unsafe "[\(state.phrase(L, top + 2))]"
            try within(key, of: position) { nested in try body(nested, Int(top) + 2, Int(top) + 3) }
            unsafe lua_settop(L, top + 1)
        }
    }

    private func requireTable(_ position: Int, _ name: LuaTypeName) throws {
        guard position <= count, unsafe lua_type(L, Int32(position)) == LUA_TTABLE else {
            throw unexpected(position, name)
        }
        guard unsafe clb_reserve(L, 12) else { throw LuaScriptError("not enough memory") }
        if !isNested { state.context.charged = 0 }
    }

    /// Runs the body with a call that has what is on the stack for arguments; its errors say where in the argument.
    private func within(
        _ path: String, of position: Int, _ body: (borrowing LuaCall) throws -> Void
    ) throws {
        let nested = LuaCall(nestedIn: self)
        do {
            try body(nested)
        } catch var error as BadArgument {
            if error.got == nil { error.got = unsafe state.phrase(L, Int32(clamping: error.position)) }
            error.path = path + error.path
            error.position = position
            throw error
        }
    }

    /// Counts what the element on top takes in Swift.
    ///
    /// A table that holds itself a thousand times, or a long string, is small in Lua and could be large as a copy.
    private func charge() throws {
        let bytes = unsafe lua_type(L, -1) == LUA_TSTRING ? Int(lua_rawlen(L, -1)) : 0
        state.context.charged += 16 + bytes
        guard state.context.charged <= state.policy.memory else {
            throw LuaScriptError("the table holds more than fits into memory when it is copied")
        }
    }
}
