import CLuaBaseline
import ChiboLua

/// Our side: a sandboxed state with the same members, methods and functions.
final class Ours {
    let state: LuaState
    private let generation: LuaGeneration

    init(_ members: Members) throws {
        state = LuaState(LuaPolicy.unattended)
        state.define(RecordKind(memberKind, name: "member"))
        generation = try state.mount(members.world(state))
        state.globals["m"] = .packed(member(5))
        state.globals["o"] = state.object(Account(points: 5))
        state.globals["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a + b })
        state.globals["fail"] = .function(state.makeFunction("fail") { _ in throw BenchmarkFailure("it failed") })
    }

    private func member(_ row: Int32) -> PackedValue {
        PackedValue(kind: memberKind, generation: generation, row: row)
    }

    private func compile(_ source: String) throws -> LuaFunction {
        guard let function = try state.load(source, name: "bench").call().first?.function else {
            throw BenchmarkFailure("no function: \(source)")
        }
        return function
    }

    /// A Lua loop over an operation.
    func loop(_ operation: String) throws -> Row.Work {
        let function = try compile(loopSource(operation))
        return { times in try function.call(.integer(Int64(times))) }
    }

    /// Calls of a Lua function of two numbers.
    func calls(_ source: String) throws -> Row.Work {
        let function = try compile(source)
        return { [self] times in
            try state.withRun {
                var sum: Int64 = 0
                for i in 0..<Int64(times) { sum &+= try function.call(with: i, 1, returning: Int64.self) }
                guard sum != 0 else { throw BenchmarkFailure("a call failed") }
            }
        }
    }

    /// The criteria script on members 0 ..< n, a call each, their verdicts taken.
    func criteria(_ source: String, _ verdicts: Verdicts) throws -> Row.Work {
        let share = try share(source, verdicts)
        return { times in try share(0..<times) }
    }

    /// The same on a part of the members.
    func share(_ source: String, _ verdicts: Verdicts) throws -> (Range<Int>) throws -> Void {
        let function = try compile(source)
        // The buffer, not its owner, whose count of references two cores would fight for.
        let memory = unsafe verdicts.memory
        return { [self] rows in
            // A share of a million members takes longer than the default allows.
            try state.withDeadline(.seconds(60)) {
                for row in rows {
                    try function.call(packed: member(Int32(row))) { results in
                        unsafe memory[row] = raw_verdict(
                            score: Int32(results.integer(0) ?? -1), failed: Int32(results.length(1) ?? -1))
                    }
                }
            }
        }
    }

    /// A table kept and let go, in a host function.
    func keeping() throws -> Row.Work {
        try repeating { call in _ = call.keep(1) }
    }

    /// A handle that is an object made of a table and let go, in a host function.
    func handles() throws -> Row.Work {
        try repeating { call in _ = try call.table(1) }
    }

    private func repeating(_ body: @escaping (borrowing LuaCall) throws -> Void) throws -> Row.Work {
        var times = 0
        let keep = state.makeFunction("keep") { call in
            for _ in 0..<times { try body(call) }
        }
        let table = state.makeTable()
        return { count in
            times = count
            try keep.call(.table(table))
        }
    }

    /// States made and closed.
    var states: Row.Work { { times in for _ in 0..<times { LuaState(.unattended).close() } } }
}
/// A class of an embedder.
final class Account {
    let points: Int

    init(points: Int) { self.points = points }

    func age(on day: Int) -> Int { (day - points) * 400 / 146_097 }
}

extension Account: LuaDescribed {
    static let luaType = LuaType<Account>("Account") { type in
        type.property("points") { $0.points }
        type.property("points_by_path", \.points)
        type.method("age_on", ["day"], calling: Account.age)
    }
}
