import ChiboLua
import Testing

/// The code of the article *The sandbox and its limits*.
struct SandboxExamples {
    @Test func `a policy states the limits`() throws {
        var lines: [String] = []

        let policy = LuaPolicy(memory: 16 << 20, deadline: .milliseconds(500), output: 64 << 10)
        let state = LuaState(policy) { line in lines.append(line) }
        try state.load("print('hello', 1 + 1)", name: "hello.lua").call()

        #expect(lines == ["hello\t2"])
    }

    @Test func `a stop tells its reason`() throws {
        let state = LuaState(LuaPolicy(deadline: .milliseconds(50)))
        var said = ""

        do {
            try state.load("while true do pcall(error) end", name: "loop.lua").call()
        } catch {
            switch error.kind {
            case .stopped(.deadline): said = "too slow, at line \(error.position?.line ?? 0)"
            case .memory: said = "too large"
            default: said = "\(error)"
            }
        }

        #expect(said == "too slow, at line 1")
    }

    @Test func `one clock for many calls`() throws {
        let state = LuaState()
        let judge = try state.load("local n = ... return n % 2 == 0", name: "judge.lua")

        let even = try state.withRun { () throws(LuaError) in
            var even = 0
            for number in 1...1000 where try judge.call(.integer(Int64(number)))[0].isTruthy { even += 1 }
            return even
        }

        #expect(even == 500)
    }

    @Test func `an environment of its own for each script`() throws {
        let state = LuaState()

        let shared = state.makeReadOnly(state.globals, name: "globals")
        func environment() -> LuaTable {
            let environment = state.makeTable()
            environment.metatable = state.makeTable(["__index": .table(shared)])
            return environment
        }
        try state.load("count = 1", name: "first.lua", environment: environment()).call()
        let seen = try state.load("return count, type(string)", name: "second.lua", environment: environment()).call()

        #expect(seen == [nil, "table"])
    }
}
