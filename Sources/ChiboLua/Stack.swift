import CLua
import CLuaBridge

/// `LUA_REGISTRYINDEX`, a macro of C.
let registryIndex: Int32 = -1_000_000 - 1000

extension BinaryInteger {
    /// A constant of the bridge as the type its functions answer.
    var outcome: Int32 { Int32(truncatingIfNeeded: self) }
}

extension LuaState {
    /// The interpreter and the coroutine that runs, with room for some values on its stack.
    ///
    /// Nil once closed, and when a script filled the stack: then the call in progress ends with an error anyway.
    func running(_ slots: Int32 = 4) -> (core: OpaquePointer, L: OpaquePointer)? {
        guard let core = unsafe core, let L = unsafe clb_current(core), unsafe clb_reserve(L, slots) else { return nil }
        return unsafe (core, L)
    }

    /// Pushes what a handle refers to; [0, +1].
    ///
    /// A handle of a closed or another state is a mistake of the host.
    func push(_ object: LuaObject, _ L: OpaquePointer) {
        precondition(object.state === self, "a Lua value belongs to one state and was used in another")
        guard object.reference != 0, unsafe core != nil else { return unsafe lua_pushnil(L) }
        unsafe clb_push_reference(L, object.reference)
    }

    /// Pushes a value; [0, +1].
    func push(_ value: LuaValue, _ L: OpaquePointer) {
        switch value {
        case .nil: unsafe lua_pushnil(L)
        case .boolean(let boolean): unsafe lua_pushboolean(L, boolean ? 1 : 0)
        case .integer(let integer): unsafe lua_pushinteger(L, integer)
        case .number(let number): unsafe lua_pushnumber(L, number)
        case .string(let string): unsafe push(string, L)
        case .table(let object as LuaObject), .function(let object as LuaObject), .rows(let object as LuaObject),
            .other(let object):
            unsafe push(object, L)
        case .packed(let packed): unsafe push(packed, L)
        }
    }

    func push(_ string: LuaString, _ L: OpaquePointer) {
        if let text = string.validText { return unsafe push(text, L) }
        unsafe string.bytes.withUnsafeBytes { bytes in
            unsafe clb_push_string(L, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
    }

    func push(_ text: String, _ L: OpaquePointer) {
        var text = text
        text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe clb_push_string(L, bytes.baseAddress, bytes.count)
            }
        }
    }

    func push(_ packed: PackedValue, _ L: OpaquePointer) {
        unsafe lua_pushlightuserdata(L, UnsafeMutableRawPointer(bitPattern: UInt(packed.bits)))
    }

    /// The value at an index; [0, 0].
    func value(_ L: OpaquePointer, _ index: Int32) -> LuaValue {
        switch unsafe lua_type(L, index) {
        case LUA_TBOOLEAN: return .boolean(unsafe lua_toboolean(L, index) != 0)
        case LUA_TNUMBER:
            return unsafe lua_isinteger(L, index) != 0
                ? .integer(lua_tointegerx(L, index, nil)) : .number(lua_tonumberx(L, index, nil))
        case LUA_TSTRING: return .string(unsafe string(L, index))
        case LUA_TLIGHTUSERDATA: return .packed(unsafe packed(L, index))
        case LUA_TTABLE: return unsafe .table(LuaTable(state: self, reference: reference(L, index)))
        case LUA_TFUNCTION: return unsafe .function(LuaFunction(state: self, reference: reference(L, index)))
        case LUA_TUSERDATA, LUA_TTHREAD: return unsafe object(L, index)
        default: return .nil
        }
    }

    private func object(_ L: OpaquePointer, _ index: Int32) -> LuaValue {
        var view = unsafe clb_rows_view()
        let reference = unsafe reference(L, index)
        return unsafe clb_to_rows(L, index, &view)
            ? .rows(LuaRows(state: self, reference: reference)) : .other(LuaObject(state: self, reference: reference))
    }

    /// A reference to the value at an index; [0, 0].
    func reference(_ L: OpaquePointer, _ index: Int32) -> Int32 {
        guard let core = unsafe core else { return 0 }
        unsafe lua_pushvalue(L, index)
        return unsafe clb_ref(core, L)
    }

    /// The bytes of a string at an index, as a Swift value.
    func string(_ L: OpaquePointer, _ index: Int32) -> LuaString {
        var length = 0
        guard let bytes = unsafe lua_tolstring(L, index, &length) else { return LuaString("") }
        return unsafe LuaString(bytes: UnsafeRawBufferPointer(start: bytes, count: length))
    }

    func packed(_ L: OpaquePointer, _ index: Int32) -> PackedValue {
        PackedValue(bits: UInt64(UInt(bitPattern: unsafe lua_touserdata(L, index))))
    }
}
