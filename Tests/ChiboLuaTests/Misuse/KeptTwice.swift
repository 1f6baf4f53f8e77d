import ChiboLua

struct Listener: ~Copyable {
    let handler: LuaKept
}

// A kept value has one owner.
func listen(_ state: LuaState, to function: LuaFunction) {
    // error below: 'kept' consumed more than once
    guard let kept = state.keep(.function(function)) else { return }
    #if MISUSE
        let first = Listener(handler: kept)
        let second = Listener(handler: kept)
        _ = (state.value(of: first.handler), state.value(of: second.handler))
    #else
        let first = Listener(handler: kept)
        _ = state.value(of: first.handler)
    #endif
}
