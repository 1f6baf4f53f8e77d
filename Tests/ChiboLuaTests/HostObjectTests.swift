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
