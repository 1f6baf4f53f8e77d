import ChiboLua

func store(_ kept: consuming LuaKept) {}

// What was given away cannot be read.
func give(_ state: LuaState, _ value: LuaValue) {
    // error below: 'kept' used after consume
    guard let kept = state.keep(value) else { return }
    #if MISUSE
        store(kept)
        _ = state.value(of: kept)
    #else
        _ = state.value(of: kept)
        store(kept)
    #endif
}
