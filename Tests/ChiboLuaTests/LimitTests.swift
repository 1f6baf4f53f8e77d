import ChiboLua
import Foundation
import Testing

private let endless = [
    "while true do end",
    "::a:: goto a",
    "while true do pcall(function() while true do end end) end",
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
    "xpcall(error, function() while true do end end)",
    "while true do coroutine.wrap(function() while true do end end)() end",
    "while true do coroutine.resume(coroutine.create(function() while true do end end)) end",
    "local function f() return pcall(f) end while true do f() end",
    "local function f() while true do coroutine.wrap(function() for i = 1, 10 do end end)() end end f()",
    "local t <close> = setmetatable({}, { __close = function() while true do end end }) while true do end",
    "while true do load('return 1')() end",
    "load(function() while true do end end)",
    "local function g() local t <close> = setmetatable({}, { __close = function() while true do end end }) "
        + "coroutine.yield() end local co = coroutine.create(g) coroutine.resume(co) coroutine.close(co)",
    "local s = '' while true do s = s .. 'x'; if #s > 1000 then s = '' end end",
    "while true do for _ in pairs({ a = 1, b = 2 }) do end end",
    "local co = coroutine.wrap(function() while true do coroutine.yield(pcall(error)) end end) while true do co() end",
]

@Suite(.serialized) struct LimitTests {
    private func policy(_ milliseconds: Int) -> LuaPolicy {
        LuaPolicy(deadline: .milliseconds(milliseconds))
    }

    @Test(arguments: endless) func `a deadline ends a script that does not end`(source: String) throws {
        let state = LuaState(policy(100))
        let clock = ContinuousClock()
        var error: LuaError?
        let time = clock.measure { error = failure(of: source, in: state) }
        #expect(error?.kind == .stopped(.deadline), "\(source)")
        #expect(time < .milliseconds(400), "\(source): \(time)")
        #expect(error?.position?.line == 1, "\(source)")
        #expect(try run("return 1", in: state) == [1])
    }

    @Test func `a stop from another thread`() throws {
        let state = LuaState(LuaPolicy(deadline: .seconds(20)))
        let handle = state.stopHandle
        // A thread of its own: those of the pool may all be held by scripts.
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.05)
            handle.stop()
        }
        let error = failure(of: "while true do pcall(function() while true do end end) end", in: state)
        #expect(error?.kind == .stopped(.cancelled))
    }

    @Test func `one deadline covers many calls`() throws {
        let state = LuaState(policy(100))
        let spin = try state.load("local n = ... for i = 1, 100000 do n = n + i end return n", name: "spin")
        #expect(throws: LuaError.self) {
            try state.withRun { for _ in 0..<1_000_000 { try spin.call(.integer(0)) } }
        }
        #expect(try spin.call(0).count == 1)
    }

    @Test func `an inner deadline ends the inner call only`() throws {
        let state = LuaState(LuaPolicy(deadline: .seconds(10)))
        state.globals["briefly"] = .function(
            state.makeFunction("briefly") { call in
                let body = try call.function(1)
                do {
                    try call.state.withDeadline(.milliseconds(50)) { () throws(LuaError) in try body.call() }
                    call.push("done")
                } catch let error as LuaError where error.kind == .stopped(.deadline) {
                    call.push("too long")
                }
            })
        let source = """
            local n = 0
            local said = briefly(function() while true do end end)
            for i = 1, 100000 do n = n + 1 end
            return said, n
            """
        #expect(try run(source, in: state) == ["too long", 100000])
        let after = "briefly(function() while true do end end)\n\nerror('later')"
        #expect(failure(of: after, in: state)?.position?.line == 3)
    }

    @Test func `a place is known for a stop`() throws {
        let error = try #require(failure(of: "local x\nwhile true do\nx = 1 end", in: LuaState(policy(30))))
        #expect([2, 3].contains(error.position?.line))
    }

    @Test(arguments: [
        "local t = {} for i = 1, 1e9 do t[i] = i end", "local s = 'x' while true do s = s .. s end",
        "return ('x'):rep(1 << 30)", "local t = {} while true do t = { t, ('y'):rep(1000) } end",
    ])
    func `memory is bounded`(source: String) throws {
        let state = LuaState(LuaPolicy(memory: 8 << 20))
        let error = try #require(failure(of: source, in: state))
        #expect(error.kind == .memory)
        #expect(error.position?.line == 1)
        #expect(state.memoryUsed <= 8 << 20)
        state.collectGarbage()
        #expect(try run("return 1", in: state) == [1])
    }

    @Test func `a host function cannot push past the memory limit`() throws {
        let state = LuaState(LuaPolicy(memory: 1 << 20))
        let long = String(repeating: "x", count: 2 << 20)
        state.globals["long"] = .function(state.makeFunction("long") { call in call.push(long) })
        state.globals["many"] = .function(
            state.makeFunction("many") { call in
                let table = call.state.makeTable()
                for i in 1...2000 { table[i] = .text(String(repeating: "y", count: 1000) + "\(i)") }
                call.push(.table(table))
            })
        #expect(failure(of: "long()", in: state)?.kind == .memory)
        #expect(failure(of: "return many()", in: state)?.kind == .memory)
        #expect(try run("return (select('#', pcall(long)))", in: state) == [2])
        let echo = try state.load("return ...", name: "echo")
        #expect(throws: LuaError.self) { try echo.call(.text(long)) }
        #expect(try echo.call(1) == [1])
    }

    @Test func `a script cannot fill the stack under a host function`() throws {
        let state = LuaState(LuaPolicy(memory: 256 << 20))
        state.globals["echo"] = .function(
            state.makeFunction("echo") { call in
                for position in 1...call.count { call.pushArgument(position) }
                call.push(.table(call.state.makeTable()))
            })
        let source = "local t = {} for i = 1, 700000 do t[i] = i end return select('#', echo(table.unpack(t)))"
        #expect(failure(of: source, in: state)?.kind == .memory)
        #expect(try run("return (echo(1))", in: state) == [1])
    }

    @Test func `output is bounded`() throws {
        var lines: [String] = []
        let state = LuaState(LuaPolicy(output: 100)) { lines.append($0) }
        try run("print('a', 1, nil, {})", in: state)
        #expect(lines == ["a\t1\tnil\ttable"])
        let error = failure(of: "while true do pcall(print, 'hello') end", in: state)
        #expect(error?.kind == .stopped(.output))
        #expect(lines.count <= 20)
    }

    @Test func `nesting of host functions is bounded`() throws {
        let state = LuaState(LuaPolicy(depth: 20))
        state.globals["host"] = .function(state.makeFunction("host") { call in try call.function(1).call() })
        let error = failure(of: "local function f() pcall(host, f) end f()", in: state)
        #expect(error?.kind == .stopped(.depth))
        let roomy = LuaState(LuaPolicy(memory: 256 << 20))
        #expect(failure(of: "local function f() return 1 + f() end f()", in: roomy)?.message == "stack overflow")
        let deep = failure(of: "local function f() host(f) end f()", in: LuaState(LuaPolicy(depth: 10_000)))
        #expect(deep != nil)
    }

    @Test func `a chain of coroutine.close does not overflow`() throws {
        let source = """
            local co = nil
            for i = 1, 20000 do
              local before = co
              co = coroutine.create(function()
                local x <close> = setmetatable({}, {
                  __close = function() if before then coroutine.close(before) end end })
                coroutine.yield()
              end)
              coroutine.resume(co)
            end
            return (coroutine.close(co))
            """
        _ = failure(of: source, in: LuaState(LuaPolicy(memory: 256 << 20)))
    }
}
