import ChiboLua

func onSignal(_ body: @Sendable () -> Void) { body() }

// What any thread may call holds the stop handle, not the state.
func watch(_ state: LuaState) {
    #if MISUSE
        // error below: capture of 'state' with non-Sendable type 'LuaState'
        onSignal { state.close() }
    #else
        let handle = state.stopHandle
        onSignal { handle.stop() }
    #endif
}
