import ChiboLua

extension FuzzHost {
    /// Functions that fail, stop the run, collect, or answer more than fits.
    func addFaultFunctions() {
        add("fail") { [self] call in
            switch try call.integer(1) & 7 {
            case 0: throw LuaScriptError("a mistake of the script")
            case 1: throw call.badArgument(1, "not this one")
            case 2: throw FuzzFailure(token: FuzzToken(census), number: 2)
            case 3: call.push(tooLong)
            case 4: for value in 0..<200 { call.push(Int64(value)) }
            case 5: throw LuaScriptError(String(repeating: "long ", count: 2000))
            case 6: throw lastError ?? CancellationError()
            default: state.globals["a"] = .text(String(repeating: "y", count: 4096))
            }
        }
        add("pour") { [self] call in
            try call.function(1).call(.text(tooLong), 1)
        }
        add("stop") { [self] _ in state.stopHandle.stop() }
        add("collect") { [self] _ in state.collectGarbage() }
    }
}
