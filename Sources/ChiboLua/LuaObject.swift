import CLua
import CLuaBridge

/// A reference to a Lua value.
///
/// Releasing it is safe at any time, on any thread.
@safe public class LuaObject: Equatable {
    /// The state it lives in.
    public let state: LuaState
    /// Its place among the state's references; 0: made after the state was closed.
    let reference: Int32

    init(state: LuaState, reference: Int32) {
        self.state = state
        self.reference = reference
    }

    deinit {
        if reference != 0 { state.link.release(reference) }
    }

    /// Runs the body with the value on top of the stack, and restores the stack; nil once the state is closed.
    func onStack<R>(_ body: (OpaquePointer) -> R) -> R? {
        guard let (_, L) = unsafe state.running(6) else { return nil }
        let top = unsafe lua_gettop(L)
        defer { unsafe lua_settop(L, top) }
        unsafe state.push(self, L)
        return unsafe body(L)
    }

    /// Lua's name of the type.
    public var typeName: String {
        unsafe onStack { L in unsafe String(cString: lua_typename(L, lua_type(L, -1))) } ?? "nil"
    }

    /// True when both are the same Lua object; collections, when they hold the same records.
    public static func == (left: LuaObject, right: LuaObject) -> Bool {
        guard left.state === right.state else { return false }
        if left === right { return true }
        if let left = left as? LuaRows, let right = right as? LuaRows { return left.holdsSame(as: right) }
        return unsafe left.onStack { L in
            unsafe left.state.push(right, L)
            return unsafe lua_rawequal(L, -1, -2) != 0
        } ?? false
    }
}
