import ChiboLua
import Testing

/// Owns a state; its calls interleave wherever they wait.
private actor Engine {
    let state: LuaState
    private var gates: [String: CheckedContinuation<Void, Never>] = [:]
    private(set) var waiting = 0
    private var leftBehind: Task<[String], any Error>?

    init(_ policy: LuaPolicy) {
        state = LuaState(policy)
    }

    func setUp(_ census: Census? = nil) {
        state.globals["gate"] = .function(
            state.asyncFunction("gate") { [weak self] (name: String) in
                await self?.wait(name, census.map(Counted.init))
            })
        state.globals["leave"] = .function(state.asyncFunction("leave") { [weak self] in await self?.leaveTask() })
        state.globals["sleep"] = .function(
            state.asyncFunction("sleep") { (milliseconds: Int) in
                let counted = census.map(Counted.init)
                defer { withExtendedLifetime(counted) {} }
                try await Task.sleep(for: .milliseconds(milliseconds))
            })
    }

    /// A task that outlives the call whose work began it.
    func leaveTask() {
        leftBehind = Task {
            await wait("left", nil)
            return try await run("return 'free'")
        }
    }

    var left: [String]? {
        get async throws { try await leftBehind?.value }
    }

    private func wait(_ name: String, _ counted: Counted?) async {
        waiting += 1
        await withCheckedContinuation { gates[name] = $0 }
        waiting -= 1
        withExtendedLifetime(counted) {}
    }

    /// Lets the next through that waits at a gate, or will.
    func open(_ name: String) async {
        while gates[name] == nil { await Task.yield() }
        gates.removeValue(forKey: name)?.resume()
    }

    func run(_ source: String) async throws -> [String] {
        try await state.load(source, name: "test.lua").callAsync().map { $0.text ?? "\($0)" }
    }

    func failure(of source: String, deadline: Duration? = nil) async -> LuaError.Kind? {
        do {
            try await state.load(source, name: "test.lua").callAsync([], deadline: deadline)
            return nil
        } catch {
            return error.kind
        }
    }

    func runSync(_ source: String) throws -> [String] {
        try state.load(source, name: "sync.lua").call().map { $0.text ?? "\($0)" }
    }
    func close() { state.close() }
    var stopHandle: LuaStopHandle { state.stopHandle }
    var memory: Int {
        state.collectGarbage()
        return state.memoryUsed
    }
}

/// Waits until something holds, a second at most.
private func eventually(_ condition: () async -> Bool) async {
    for _ in 0..<1000 {
        if await condition() { return }
        try? await Task.sleep(for: .milliseconds(1))
    }
}

@Suite(.serialized, .onOwnThreads, .timeLimit(.minutes(2))) struct AsyncFlightTests {
    /// Without a deadline: other tests can keep every thread busy for seconds.
    private func makeEngine(_ policy: LuaPolicy = LuaPolicy(deadline: nil), _ census: Census? = nil) async -> Engine {
        let engine = Engine(policy)
        await engine.setUp(census)
        return engine
    }

    @Test func `calls of one state interleave where they wait`() async throws {
        let engine = await makeEngine()
        let script = "local name = '%' local s = name gate(name) s = s .. name gate(name) return s .. name"
        async let first = engine.run(script.replacing("%", with: "a"))
        async let second = engine.run("return coroutine.wrap(function() \(script.replacing("%", with: "b")) end)()")
        for name in ["b", "b", "a"] {
            await engine.open(name)
            #expect(try await engine.runSync("return tostring(1 + 1)") == ["2"])
        }
        #expect(try await second == ["bbb"])
        await engine.open("a")
        #expect(try await first == ["aaa"])
    }

    @Test func `a coroutine that waits for the host is nobody else's to resume`() async throws {
        let engine = await makeEngine()
        async let first = engine.run(
            "co = coroutine.create(function() gate('a') return 'done' end) "
                + "return select(2, coroutine.resume(co))")
        await eventually { await engine.waiting == 1 }
        let other = """
            return coroutine.status(co), (select(2, coroutine.resume(co))), (select(2, pcall(coroutine.close, co)))
            """
        let message = "cannot resume a coroutine that waits for the host"
        #expect(try await engine.runSync(other) == ["normal", message, "cannot close a normal coroutine"])
        #expect(try await engine.run(other) == ["normal", message, "cannot close a normal coroutine"])
        await engine.open("a")
        #expect(try await first == ["done"])
    }

    @Test(arguments: [
        "while true do end", "while true do pcall(function() while true do end end) end",
        "sleep(1) while true do end", "while true do sleep(1) end", "sleep(10000)",
        "while true do pcall(sleep, 10000) end",
        "coroutine.wrap(function() while true do pcall(sleep, 10000) end end)()",
        "local t <close> = setmetatable({}, { __close = function() while true do end end }) sleep(10000)",
    ])
    func `cancelling the task ends the script`(source: String) async throws {
        let census = Census()
        let engine = await makeEngine(LuaPolicy(deadline: nil), census)
        let task = Task { await engine.failure(of: source) }
        soon { task.cancel() }
        #expect(await task.value == .stopped(.cancelled), "\(source)")
        #expect(census.living == 0)
        #expect(try await engine.run("sleep(1) return 'alive'") == ["alive"])
    }

    @Test func `a task cancelled before its script starts runs nothing of it`() async throws {
        let engine = await makeEngine()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await engine.failure(of: "ran = true sleep(1)")
        }
        task.cancel()
        #expect(await task.value == .stopped(.cancelled))
        #expect(try await engine.runSync("return tostring(ran)") == ["nil"])
    }

    @Test func `cancelling one call leaves the others alone`() async throws {
        let engine = await makeEngine()
        let first = Task { await engine.failure(of: "while true do sleep(1) end") }
        async let second = engine.run("for i = 1, 60 do sleep(1) end return 'whole'")
        try await Task.sleep(for: .milliseconds(20))
        first.cancel()
        #expect(await first.value == .stopped(.cancelled))
        #expect(try await second == ["whole"])
    }

    @Test(arguments: [
        "sleep(10000)", "while true do pcall(sleep, 1) end", "while true do end", "sleep(10) while true do end",
    ])
    func `the deadline is wall time with the waits`(source: String) async throws {
        let engine = await makeEngine(LuaPolicy(deadline: .milliseconds(100)))
        #expect(await engine.failure(of: source) == .stopped(.deadline))
        let longer = await engine.failure(of: "sleep(200)", deadline: .seconds(3600))
        #expect(longer == nil)
    }

    @Test func `a stop handle ends the calls that wait`() async throws {
        let engine = await makeEngine()
        let handle = await engine.stopHandle
        async let first = engine.failure(of: "first = true sleep(10000)")
        async let second = engine.failure(of: "second = true while true do sleep(1) end")
        while try await engine.runSync("return tostring(first and second)") != ["true"] { await Task.yield() }
        handle.stop()
        #expect(await first == .stopped(.cancelled))
        #expect(await second == .stopped(.cancelled))
    }

    @Test func `closing a state ends the calls in flight and leaks nothing`() async throws {
        let census = Census()
        do {
            let engine = await makeEngine(LuaPolicy(deadline: nil), census)
            async let first = engine.failure(of: "pcall(sleep, 10000)")
            async let second = engine.failure(of: "coroutine.wrap(function() gate('a') end)()")
            await eventually { await engine.waiting == 1 && census.living == 2 }
            await engine.close()
            #expect(await first == .stopped(.cancelled))
            await engine.open("a")
            #expect(await second == .stopped(.cancelled))
        }
        await eventually { census.living == 0 }
        #expect(census.living == 0)
    }

    @Test func `a task left behind by the work is not nested in a call that is over`() async throws {
        let engine = await makeEngine(LuaPolicy(deadline: nil, depth: 1))
        _ = try await engine.run("leave()")
        await engine.open("left")
        #expect(try await engine.left == ["free"])
    }

    @Test func `a stopped wait has the place of the call`() async throws {
        let state = LuaState(LuaPolicy(deadline: .milliseconds(30)))
        state.globals["sleep"] = .function(
            state.asyncFunction("sleep") { (_: Int) in try await Task.sleep(for: .seconds(10)) })
        let source = "local co = coroutine.wrap(function()\n  sleep(1)\nend)\nco()"
        do {
            try await state.load(source, name: "test.lua").callAsync()
            Issue.record("the script ended")
        } catch {
            #expect(error.kind == .stopped(.deadline))
            #expect(error.position?.line == 2)
        }
    }

    @Test func `output and memory are bounded over all slices`() async throws {
        let noisy = await makeEngine(LuaPolicy(deadline: nil, output: 100))
        #expect(await noisy.failure(of: "for i = 1, 50 do print('hello') sleep(0) end") == .stopped(.output))
        let greedy = await makeEngine(LuaPolicy(memory: 2 << 20, deadline: nil))
        let source =
            "local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t if #t % 100 == 0 then sleep(0) end end"
        #expect(await greedy.failure(of: source) == .memory)
        #expect(try await greedy.run("sleep(0) return 'alive'") == ["alive"])
    }

    @Test func `finished calls leave no memory behind`() async throws {
        let engine = await makeEngine()
        let source = "sleep(0) return coroutine.wrap(function() sleep(0) return 'x' end)()"
        for _ in 0..<20 { _ = try await engine.run(source) }
        let before = await engine.memory
        for _ in 0..<300 {
            _ = try await engine.run(source)
            _ = await engine.failure(of: "sleep(0) error('x')")
        }
        #expect(await engine.memory <= before + 4096)
    }

    @Test func `every allocation of a call that waits may fail in turn`() async throws {
        let census = Census()
        let source = """
            local ok, e = pcall(coroutine.wrap(function(...) return host(...) .. host("b") end), "a")
            for i = 1, 3 do host(tostring(i)) end
            local t = setmetatable({}, { __index = function(_, k) return host(k) .. "!" end })
            return t.x .. tostring(e), select("#", table.unpack({}, 1, 50)), ("z"):rep(200)
            """
        var outcomes: Set<LuaError.Kind> = []
        for number in 1...500 {
            let state = LuaState(LuaPolicy(deadline: nil))
            state.globals["host"] = .function(
                state.asyncFunction("host") { (text: String) -> String in
                    let held = Counted(census)
                    defer { withExtendedLifetime(held) {} }
                    await Task.yield()
                    return text + "!"
                })
            let chunk = try state.load(source, name: "all.lua")
            state.failAllocation(number)
            do {
                try await chunk.callAsync()
            } catch {
                outcomes.insert(error.kind)
            }
            state.failAllocation(-1)
            #expect(try await chunk.callAsync().count == 3)
            state.close()
        }
        #expect(outcomes.contains(.memory))
        #expect(census.living == 0)
    }
}
