import CLuaBaseline

/// The raw C side: `CLuaBaseline`.
@safe final class Floor {
    private let raw: OpaquePointer

    init(_ members: Members) throws {
        guard let raw = unsafe raw_open(members.columns) else {
            throw BenchmarkFailure("no memory for the raw C state")
        }
        unsafe self.raw = raw
    }

    deinit {
        unsafe raw_close(raw)
    }

    private func compile(_ source: String) throws -> Int32 {
        let function = unsafe raw_compile(raw, source)
        guard function != 0 else { throw BenchmarkFailure("the raw C state refused: \(source)") }
        return function
    }

    /// A Lua loop over an operation.
    func loop(_ operation: String) throws -> Row.Work {
        let function = try compile(loopSource(operation))
        return { [self] times in
            guard unsafe raw_run(raw, function, Int64(times)) else { throw BenchmarkFailure("failed: \(operation)") }
        }
    }

    /// Calls of a Lua function of two numbers.
    func calls(_ source: String) throws -> Row.Work {
        let function = try compile(source)
        return { [self] times in
            guard unsafe raw_call(raw, function, Int64(times)) != 0 else { throw BenchmarkFailure("a call failed") }
        }
    }

    /// The criteria script on members 0 ..< n, a call each, their verdicts taken.
    func criteria(_ source: String, _ verdicts: Verdicts) throws -> Row.Work {
        let function = try compile(source)
        return { [self] times in
            guard unsafe raw_criteria(raw, function, Int64(times), verdicts.memory.baseAddress) else {
                throw BenchmarkFailure("the criteria failed")
            }
        }
    }

    /// A reference made and let go.
    var references: Row.Work { { [self] times in unsafe raw_references(raw, Int64(times)) } }

    /// States made and closed.
    var states: Row.Work { { times in raw_states(Int64(times)) } }
}

/// A function of a count that does an operation so often, ten times a turn.
func loopSource(_ operation: String) -> String {
    let ten = String(repeating: operation + " ", count: operation.isEmpty ? 0 : 10)
    return """
        local m, o, add, fail, pcall = m, o, add, fail, pcall
        return function(n) local x for i = 1, n // 10 do \(ten)end end
        """
}
