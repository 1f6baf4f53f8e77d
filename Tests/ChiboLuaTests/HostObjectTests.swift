import ChiboLua
import Testing

@Suite struct HostObjectTests {
    /// Errors of the host become garbage at every depth of the C stack, where the collector can call no finalizer.
    @Test(arguments: [
        "local function f(n) for i = 1, 20 do pcall(fail) end if n > 0 then ('x'):gsub('x', function() f(n - 1) end) end end "
            + "for i = 1, 20 do pcall(f, 250) end",
        "local t = {} for i = 1, 1e6 do t[i] = {} pcall(fail) end",
        "local function f(...) pcall(fail) return 1 + f(1, ...) end f()",
    ])
    func `every error of the host is released, also where no finalizer could run`(source: String) throws {
        let census = Census()
        let state = LuaState(LuaPolicy(memory: 1 << 20, deadline: .seconds(2)))
        state.globals["fail"] = .function(state.makeFunction("fail") { _ in throw Failure(counted: Counted(census)) })
        _ = failure(of: source, in: state)
        state.collectGarbage()
        #expect(census.living <= 1)
        state.close()
        #expect(census.living == 0)
    }
}

private struct Failure: Error {
    let counted: Counted
}

@Suite struct HostFrameTests {
    private func table(_ state: LuaState) -> LuaTable {
        let table = state.makeTable()
        for number in 0..<10_000 { table["k\(number * 7919 % 10_007)"] = 1 }
        return table
    }

    @Test func `a stop waits until the host function that lists a table has returned`() throws {
        let census = Census()
        let state = LuaState()
        defer { state.close() }  // the function holds a table of its own state
        let table = table(state)
        var listed = 0
        state.globals["list"] = .function(
            state.makeFunction("list") { call in
                let held = Counted(census)
                call.state.stopHandle.stop()
                listed = table.pairs.count
                withExtendedLifetime(held) {}
            })
        #expect(failure(of: "list()", in: state)?.kind == .stopped(.cancelled))
        #expect(listed == 10_000)
        #expect(census.living == 0)
    }

    @Test func `a budget of instructions that ends in a host function is met when it has returned`() throws {
        let census = Census()
        let state = LuaState(LuaPolicy(deadline: nil, instructions: 5_000))
        defer { state.close() }  // the function holds a table of its own state
        let table = table(state)
        var listed = 0
        state.globals["list"] = .function(
            state.makeFunction("list") { call in
                let held = Counted(census)
                listed = table.pairs.count
                withExtendedLifetime(held) {}
            })
        #expect(failure(of: "list() while true do end", in: state)?.kind == .stopped(.instructions))
        #expect(listed == 10_000)
        #expect(census.living == 0)
        #expect(table.pairs.count == 10_000, "outside of every run")
        #expect(try run("return 1", in: state) == [1])
    }

    @Test func `the host lists a table after its deadline`() throws {
        let state = LuaState()
        let table = table(state)
        #expect(state.withDeadline(.zero) { table.pairs.count } == 10_000)
    }
}
