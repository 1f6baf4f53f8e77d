import ChiboLua
import Testing

/// Runs a script that may wait.
@discardableResult
private func runAsync(_ source: String, in state: LuaState, _ arguments: LuaValue...) async throws -> [LuaValue] {
    try await state.load(source, name: "test.lua").callAsync(arguments)
}

/// The error a script that may wait ends with.
private func failureAsync(of source: String, in state: LuaState) async -> LuaError? {
    do {
        try await runAsync(source, in: state)
        return nil
    } catch {
        return error as? LuaError
    }
}

private final class Refusal: Error {}

/// A state with a function that answers later, on whatever thread comes.
///
/// Without a deadline: other tests can keep every thread that could answer busy for seconds.
private func makeState(_ policy: LuaPolicy = LuaPolicy(deadline: nil)) -> LuaState {
    let state = LuaState(policy)
    state.globals["double"] = .function(
        state.asyncFunction("double") { (number: Int) in
            await Task.yield()
            return number * 2
        })
    state.globals["sleep"] = .function(
        state.asyncFunction("sleep") { (milliseconds: Int) in try await Task.sleep(for: .milliseconds(milliseconds)) })
    return state
}

private let waitingPlaces = [
    "return double(21)",
    "local ok, n = pcall(double, 21) return ok and n",
    "local ok, n = xpcall(function() return double(21) end, tostring) return ok and n",
    "return coroutine.wrap(function() return double(21) end)()",
    "return select(2, coroutine.resume(coroutine.create(double), 21))",
    "local f = coroutine.wrap(function() coroutine.yield(double(1)) return double(21) end) f() return f()",
    "return coroutine.wrap(function() return coroutine.wrap(function() return pcall(double, 21) end)() end)() and 42",
    "return setmetatable({}, { __index = function(_, n) return double(n) end })[21]",
    "return setmetatable({}, { __add = function(_, n) return double(n) end }) + 21",
    "local n = 0 for i in function(_, i) if i < 3 then return double(i) // 2 + 1 end end, nil, 0 do n = n + 14 end return n",
    "do local c <close> = setmetatable({}, { __close = function() R = double(21) end }) end return R",
    "local n = 0 for i = 1, 6 do n = n + double(i) end return n",
    "local ok, e = pcall(function() double(1) error(double(21), 0) end) return e",
    "local co = coroutine.wrap(function() double(1) error(double(21), 0) end) return select(2, pcall(co))",
]

/// Metamethods that wait, as a value `t` has them; the compiler's instructions go on in their middle.
private let metamethods = [
    ("__lt", "return t < t and 42"), ("__le", "return t <= t and 42"), ("__eq", "return (t == u) and 42"),
    ("__concat", "return 'a' .. t"), ("__concat", "return t .. 'a' .. 'b' and 42"), ("__len", "return #t"),
    ("__unm", "return -t"), ("__idiv", "return 7 // t"), ("__call", "return t()"), ("__bor", "return 1 | t"),
    ("__newindex", "t.x = 1 return rawlen(t) + 42"), ("__index", "return t.x"),
]

/// What could go wrong with waits; each ends, and the state goes on.
private let tangles = [
    "return xpcall(error, function() return double(1) end)",
    "local function nest(n) if n == 0 then return double(21) end return coroutine.wrap(nest)(n - 1) end return nest(150)",
    "local function nest(n) if n == 0 then return double(21) end return coroutine.wrap(nest)(n - 1) end return nest(500)",
    "local co co = coroutine.create(function() double(1) return coroutine.resume(co) end) return coroutine.resume(co)",
    "local co = coroutine.create(function() local t <close> = slow() coroutine.yield() end) coroutine.resume(co) "
        + "return coroutine.close(co)",
    "return pcall(coroutine.wrap(function() local t <close> = slow() double(1) error('x') end))",
    "return pcall(function() local t <close> = slow() double(1) error('x') end)",
    "local t <close> = slow() local u <close> = slow() double(1) error('x')",
    "return pcall(pcall, double, {})", "return coroutine.close(coroutine.create(double))",
    "return tostring(setmetatable({}, { __tostring = function() return double(1) end }))",
    "for k in pairs(setmetatable({}, { __pairs = function() return double(1) end })) do end",
    "string.format('%s', setmetatable({}, { __tostring = function() return double(1) end }))",
    "local co = coroutine.wrap(double) co(1) return co(1)",
]

private let obstacles = [
    ("table.sort({ 2, 1 }, function(a, b) return double(a) < double(b) end)", "within 'sort'"),
    ("return (('x'):gsub('x', function() return double(1) end))", "within 'gsub'"),
    ("return through(function() return double(1) end)", "within 'through'"),
    (
        "return through(coroutine.wrap(function() return double(1) end))",
        "through a coroutine, from a function that does not wait"
    ),
    ("return load(function() double(1) end)", "within 'load'"),
]

@Suite(.onOwnThreads) struct AsyncTests {
    @Test(arguments: waitingPlaces) func `a script waits wherever Lua can suspend it`(source: String) async throws {
        #expect(try await runAsync(source, in: makeState()) == [42])
    }

    @Test(arguments: metamethods) func `metamethods wait`(name: String, source: String) async throws {
        let prelude = """
            local meta = { \(name) = function() return double(21) end }
            local t, u = setmetatable({}, meta), setmetatable({}, meta)
            """
        #expect(try await runAsync(prelude + "\n" + source, in: makeState()) == [42])
    }

    @Test(arguments: tangles) func `what waits wrongly ends, and the state goes on`(source: String) async throws {
        let state = makeState()
        let slow = "function slow() return setmetatable({}, { __close = function() double(1) end }) end "
        let error = await failureAsync(of: slow + source, in: state)
        #expect(error == nil || error?.kind == .runtime, "\(String(describing: error))")
        #expect(try await runAsync("return double(21)", in: state) == [42])
    }

    @Test(arguments: obstacles) func `where a script cannot wait it reads why`(source: String, text: String)
        async throws
    {
        let state = makeState()
        state.globals["through"] = .function(
            state.makeFunction("through") { call in for value in try call.function(1).call() { call.push(value) } })
        let message = try await runAsync("return select(2, pcall(function() \(source) end))", in: state).first
        let loaded = try await runAsync("return select(2, load(function() double(1) end))", in: state).first
        #expect(
            (source.contains("load(") ? loaded : message)?.text?.contains(text) == true,
            "\(String(describing: message))")
        #expect(try await runAsync("return double(21)", in: state) == [42])
    }

    @Test func `a synchronous call says that the script needs the other one`() throws {
        let error = try #require(failure(of: "local x = 1\nreturn double(21)", in: makeState()))
        #expect(error.message == "'double' waits: the host must run this script with callAsync, not with call")
        #expect(error.position?.line == 2)
        let inside = try #require(failure(of: "coroutine.wrap(function() double(1) end)()", in: makeState()))
        #expect(inside.message.contains("callAsync"))
    }

    @Test func `arguments and results go both ways`() async throws {
        let state = LuaState(LuaPolicy(deadline: nil))
        state.globals["swap"] = .function(
            state.makeAsyncFunction("swap") { arguments in
                await Task.yield()
                return arguments.reversed()
            })
        state.globals["join"] = .function(
            state.asyncFunction("join") { (words: LuaTable, separator: String?) in
                await Task.yield()
                return words.list.compactMap(\.text).joined(separator: separator ?? " ")
            })
        #expect(try await runAsync("return swap(..., 2)", in: state, "a") == [2, "a"])
        #expect(try await runAsync("return join({ 'a', 'b' }), join({ 'a', 'b' }, '-')", in: state) == ["a b", "a-b"])
        let wrong = await failureAsync(of: "local t\njoin(1)", in: state)
        #expect(wrong?.message == "bad argument #1 to 'join' (table expected, got number)")
        #expect(wrong?.position?.line == 2)
        let long = await failureAsync(of: "return select('#', swap(table.unpack({}, 1, 500)))", in: state)
        #expect(long == nil)
    }

    @Test func `an error of the work is raised at the call, by identity, and can be caught`() async throws {
        let state = makeState()
        let refusal = Refusal()
        state.globals["fail"] = .function(
            state.makeAsyncFunction("fail") { _ in
                await Task.yield()
                throw refusal
            })
        let source = """
            local function ask()
              local answer = fail()
              return answer
            end
            ask()
            """
        let error = try #require(await failureAsync(of: source, in: state))
        #expect(error.kind == .host)
        #expect(error.cause as? Refusal === refusal)
        #expect(error.frames.map(\.line) == [2, 5])
        let caught = """
            local ok, e = pcall(coroutine.wrap(function() fail() end))
            local n = double(1)
            error(e)
            """
        let again = try #require(await failureAsync(of: caught, in: state))
        #expect(again.cause as? Refusal === refusal)
        #expect(again.position?.line == 3)
    }

    @Test func `messages for the author have the place of the call`() async throws {
        let state = LuaState(LuaPolicy(deadline: nil))
        state.globals["fetch"] = .function(
            state.asyncFunction("fetch") { (name: String) -> String in
                await Task.yield()
                throw LuaScriptError("no page '\(name)'")
            })
        let error = try #require(await failureAsync(of: "local x\nlocal y = fetch('a')\nreturn y", in: state))
        #expect(error.message == "no page 'a'")
        #expect(error.position?.line == 2)
    }

    @Test func `frames go through coroutines that waited`() async throws {
        let source = """
            local co = coroutine.wrap(function()
              double(1)
              error("inside")
            end)
            co()
            """
        let error = try #require(await failureAsync(of: source, in: makeState()))
        #expect(error.message == "inside")
        #expect(error.frames.map(\.line) == [3, 5])
    }

    @Test func `the script does not see the coroutine it runs in`() async throws {
        let state = makeState()
        let source = """
            double(1)
            local co, main = coroutine.running()
            local ok, e = pcall(coroutine.yield)
            return main, coroutine.isyieldable(), coroutine.status(co), select(2, coroutine.resume(co)),
              select(2, pcall(coroutine.close, co)), e,
              coroutine.wrap(function() return coroutine.status(co) end)(), coroutine.isyieldable(co)
            """
        let waiting = try await runAsync(source, in: state)
        #expect(waiting == (try run(source.replacingFirst("double(1)", with: ""), in: state)))
        #expect(waiting.first == true)
    }

    @Test func `nested calls of one state`() async throws {
        let state = makeState()
        state.globals["call"] = .function(
            state.asyncFunction("call") { (function: LuaFunction, argument: Int) in
                try await function.callAsync(.integer(Int64(argument))).first ?? .nil
            })
        #expect(try await runAsync("return call(function(n) return call(double, n) + 2 end, 20)", in: state) == [42])
    }

    @Test(arguments: [
        "local function f() pcall(call, f) end f()",
        "local function f() pcall(call, f) pcall(call, f) end while true do pcall(call, f) end",
    ])
    func `nested calls are bounded, and no script catches that`(source: String) async throws {
        let state = makeState(LuaPolicy(deadline: nil, depth: 20))
        state.globals["call"] = .function(
            state.asyncFunction("call") { (function: LuaFunction) in try await function.callAsync() })
        #expect(await failureAsync(of: source, in: state)?.kind == .stopped(.depth))
        #expect(try await runAsync("return double(21)", in: state) == [42])
    }

    @Test func `nested calls share one output`() async throws {
        let state = makeState(LuaPolicy(deadline: nil, output: 1000))
        state.globals["call"] = .function(
            state.asyncFunction("call") { (function: LuaFunction) in try await function.callAsync() })
        let source = "while true do pcall(call, function() print(('x'):rep(100)) double(1) end) end"
        #expect(await failureAsync(of: source, in: state)?.kind == .stopped(.output))
    }

    @Test func `work goes on where the caller is isolated`() async throws {
        let state = LuaState(LuaPolicy(deadline: nil))
        state.globals["here"] = .function(
            state.makeAsyncFunction("here") { _ in
                await Task.yield()
                MainActor.assertIsolated()
                return []
            })
        state.globals["now"] = .function(state.function("now") { MainActor.assertIsolated() })
        try await onMain(state)
    }

    @MainActor private func onMain(_ state: sending LuaState) async throws {
        try await runAsync("now() for i = 1, 10 do here() now() end", in: state)
        MainActor.assertIsolated()
        try await state.withTaskCancellation { try run("now()", in: state) }
    }
}

extension String {
    fileprivate func replacingFirst(_ text: String, with other: String) -> String {
        guard let range = self.firstRange(of: text) else { return self }
        return replacingCharacters(range, other)
    }

    private func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: other)
        return copy
    }
}
