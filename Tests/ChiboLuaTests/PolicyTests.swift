import ChiboLua
import Testing

@Suite struct PolicyTests {
    private let endless = [
        "while true do end",
        "while true do pcall(function() while true do end end) end",
        "xpcall(function() while true do end end, function() while true do end end)",
        "while true do coroutine.wrap(function() end)() end",
        "local function f() while true do coroutine.wrap(function() for i = 1, 10 do end end)() end end f()",
        "return ('x'):rep(20000):find('.-.-.-.-b')",
        "table.move({}, 1, 1 << 62, 2)",
        "local t <close> = setmetatable({}, { __close = function() while true do end end }) while true do end",
    ]

    @Test func `a budget of instructions ends what does not end, without a clock`() throws {
        let state = LuaState(LuaPolicy(deadline: nil, instructions: 3_000_000))
        for source in endless {
            #expect(failure(of: source, in: state)?.kind == .stopped(.instructions), "\(source)")
            #expect(try run("return 1", in: state) == [1])
        }
    }

    @Test func `a budget of instructions ends the same script at the same place`() throws {
        let source = "count = 0 while true do count = count + 1 end"
        let counts = try (0..<5).map { round in
            let state = LuaState(LuaPolicy(deadline: nil, instructions: 100_000))
            // What ran before makes no difference.
            for _ in 0..<round { try run("for i = 1, 12345 do end", in: state) }
            #expect(failure(of: source, in: state)?.kind == .stopped(.instructions))
            return state.globals["count"].integer ?? 0
        }
        #expect(counts.allSatisfy { $0 == counts[0] && $0 > 10_000 }, "\(counts)")
    }

    @Test func `each run has the budget to itself, and many calls of one run share it`() throws {
        let state = LuaState(LuaPolicy(deadline: nil, instructions: 100_000))
        let spin = try state.load("for i = 1, 10000 do end", name: "spin")
        for _ in 0..<100 { try spin.call() }
        #expect(throws: LuaError.self) { try state.withRun { for _ in 0..<100 { try spin.call() } } }
    }

    @Test(arguments: [
        ("string", LuaLibraries.string), ("table", .table), ("math", .math), ("utf8", .utf8), ("coroutine", .coroutine),
        ("load", .load),
    ])
    func `a library is there when the policy names it`(name: String, library: LuaLibraries) throws {
        let source = "return \(name) ~= nil"
        #expect(try run(source, in: LuaState(LuaPolicy(libraries: library))) == [true])
        #expect(try run(source, in: LuaState(LuaPolicy(libraries: .all.subtracting(library)))) == [false])
    }

    @Test func `without libraries the language is left`() throws {
        let state = LuaState(LuaPolicy(libraries: []))
        let source = "local t = { 3, 2 } t[#t + 1] = 1 return #t, select('#', pcall(error, 'x'))"
        #expect(try run(source, in: state) == [3, 2])
        #expect(failure(of: "return ('x'):upper()", in: state) != nil)
    }

    @Test func `print can be left out`() throws {
        var lines: [String] = []
        let state = LuaState(LuaPolicy(print: .absent)) { lines.append($0) }
        #expect(try run("return print", in: state) == [nil])
        #expect(lines.isEmpty)
    }

    @Test(arguments: [LuaPolicy.unattended, .interactive, .trusted])
    func `no preset lets a script out of its state`(policy: LuaPolicy) throws {
        let names = ["io", "os", "debug", "package", "dofile", "loadfile", "collectgarbage", "_G", "warn", "require"]
        let state = LuaState(policy)
        for name in names where name != "collectgarbage" {
            #expect(try run("return \(name)", in: state) == [nil], "\(name)")
        }
        #expect(failure(of: "collectgarbage 'stop'", in: state) != nil)
        #expect(try run("return string.dump", in: state) == [nil])
    }

    @Test func `a policy is a value`() {
        var policy = LuaPolicy.unattended
        #expect(policy == LuaPolicy())
        policy.instructions = 5
        #expect(policy != .unattended)
        #expect(LuaPolicy.unattended.memory == 64 << 20)
        #expect(LuaPolicy.unattended.deadline == .seconds(5))
        #expect(LuaPolicy.unattended.instructions == nil)
    }

    @Test func `the seed decides the random numbers`() throws {
        let source = "return math.random(1 << 40)"
        let first = try run(source, in: LuaState(LuaPolicy(randomSeed: 7)))
        #expect(try run(source, in: LuaState(LuaPolicy(randomSeed: 7))) == first)
        #expect(try run(source, in: LuaState(LuaPolicy(randomSeed: 8))) != first)
    }
}
