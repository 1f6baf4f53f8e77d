import ChiboLua

extension FuzzHost {
    /// Functions that call scripts: in all ways, under an inner clock, with errors let through or swallowed.
    func addCallFunctions() {
        add("call") { call in
            for value in try call.function(1).call(Array(call.values.dropFirst())) { call.push(value) }
        }
        add("attempt") { [self] call in
            do {
                for value in try call.function(1).call() { call.push(value) }
            } catch {
                lastError = error
                call.push((error as? LuaError)?.description ?? "\(error)")
                call.push((error as? LuaError)?.value ?? .nil)
            }
        }
        add("rethrow") { [self] _ in if let lastError { throw lastError } }
        add("typed") { call in
            call.push(try call.function(1).call(with: try call.integer(2), call.isTruthy(3), returning: Int64.self))
        }
        add("packed") { call in
            let argument = try call.packed(2)
            let first = try call.function(1).call(packed: argument) { results in
                results.count > 0 && results.text(0) == nil ? results.value(0) : .nil
            }
            call.push(first)
        }
        add("briefly") { [self] call in
            let (limit, body) = (try call.integer(1), try call.function(2))
            try state.withDeadline(.microseconds(limit & 0xFFF)) { () throws(LuaError) in try body.call() }
        }
        add("scope") { [self] call in
            let body = try call.function(1)
            _ = try? state.withRun { () throws(LuaError) in try body.call() }
        }
        add("host_load") { [self] call in
            let environment: LuaTable? = if case .table(let table) = call.value(2) { table } else { nil }
            let chunk = try state.load(try call.string(1), name: "inner.lua", environment: environment)
            call.push(.function(chunk))
            call.push(Int64(chunk.definedAt?.line ?? -1))
        }
    }
}
