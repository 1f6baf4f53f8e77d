import CLua
import CLuaBridge

/// A Lua value kept by the host, the cheapest way there is: no object, no lock, no count that other threads see.
///
/// Unlike ``LuaObject`` it does not keep its state alive: once the state is closed, the value is nil. It is neither
/// copyable nor `Sendable`, so that it is let go where its state may be used; that is what makes the missing lock right.
@safe public struct LuaKept: ~Copyable {
    /// Valid for as long as this value exists: C frees its record of the state after the last of these.
    private let core: OpaquePointer
    private let place: Int32

    fileprivate init(_ L: OpaquePointer, _ index: Int32) {
        unsafe core = clb_of(L)
        place = unsafe clb_keep(L, index)
    }

    deinit {
        unsafe clb_drop(core, place)
    }

    /// Pushes the value; [0, +1].
    fileprivate func push(_ L: OpaquePointer) {
        if unsafe clb_is_closed(core) { return unsafe lua_pushnil(L) }
        precondition(unsafe clb_of(L) == core, "a Lua value belongs to one state and was used in another")
        unsafe clb_push_kept(L, place)
    }
}

extension LuaCall {
    /// Keeps an argument beyond the call; nil past the end.
    public func keep(_ position: Int) -> LuaKept {
        unsafe withArgument(position) { L, index in unsafe LuaKept(L, index) }
    }

    /// Appends a kept value.
    public func push(_ kept: borrowing LuaKept) {
        unsafe withRoom { L in unsafe kept.push(L) }
    }
}

extension LuaState {
    /// Keeps a value; nil when the state is closed.
    public func keep(_ value: LuaValue) -> LuaKept? {
        guard let (_, L) = unsafe running(6) else { return nil }
        unsafe push(value, L)
        defer { unsafe lua_settop(L, -2) }
        return unsafe LuaKept(L, -1)
    }

    /// A kept value as Swift sees it.
    public func value(of kept: borrowing LuaKept) -> LuaValue {
        guard let (_, L) = unsafe running(6) else { return .nil }
        unsafe kept.push(L)
        defer { unsafe lua_settop(L, -2) }
        return unsafe value(L, -1)
    }
}
