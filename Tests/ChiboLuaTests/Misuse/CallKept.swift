import ChiboLua

// A call is over when its function returns; its values may be kept.
func install(in state: LuaState) {
    #if MISUSE
        var last: LuaCall?
        // error below: implicit conversion to 'LuaCall?' is consuming
        state.globals["note"] = .function(state.makeFunction("note") { call in last = call })
        _ = last?.count
    #else
        var last: [LuaValue] = []
        state.globals["note"] = .function(state.makeFunction("note") { call in last = call.values })
        _ = last.count
    #endif
}
