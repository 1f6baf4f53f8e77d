import ChiboLua

// Letting go takes no lock, so it happens where the state may be used.
func later(_ state: LuaState, _ value: LuaValue) {
    #if MISUSE
        let kept = state.keep(value)
        // error below: passing closure as a 'sending' parameter
        Task.detached { _ = kept == nil }
    #else
        let kept = state.keep(value)
        _ = consume kept
    #endif
}
