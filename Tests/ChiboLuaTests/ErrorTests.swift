import ChiboLua
import Testing

private final class Refusal: Error {
    private let counted: Counted

    init(_ census: Census = Census()) { counted = Counted(census) }
}

struct ErrorTests {
    @Test func `a runtime error has a message, a place and frames`() throws {
        let source = """
            local function check(m)
              return m.branch.name
            end
            local r = check({})
            return r
            """
        let error = try #require(failure(of: source, name: "criteria/four.lua"))
        #expect(error.kind == .runtime)
        #expect(error.message == "attempt to index a nil value (field 'branch')")
        #expect(error.position == LuaFrame(source: "criteria/four.lua", line: 2, function: "check"))
        #expect(error.frames.count == 2)
        #expect(error.frames.last == LuaFrame(source: "criteria/four.lua", line: 4))
        #expect(error.description == "criteria/four.lua:2: attempt to index a nil value (field 'branch')")
    }

    @Test func `long chunk names are whole in frames`() throws {
        let name = "units/" + String(repeating: "dai-hoc/", count: 12) + "four.lua"
        let error = try #require(failure(of: "error('x')", name: name))
        #expect(error.message == "x")
        #expect(error.position?.source == name)
    }

    @Test func `level 2 blames the caller`() throws {
        let error = try #require(failure(of: "local function need() error('needs a date', 2) end\n\nneed()"))
        #expect(error.message == "needs a date")
        #expect(error.position?.line == 3)
    }

    @Test func `error values are kept`() throws {
        let error = try #require(failure(of: "error({ code = 42, message = 'no rating' })"))
        #expect(error.value?.table?["code"] == 42)
        #expect(error.message == "no rating")
        #expect(failure(of: "error()")?.value == .nil)
        #expect(failure(of: "error(7)")?.value == 7)
    }

    @Test(arguments: [("return function(", true), ("x = = 1", false), ("for i = 1, 2 do", true), ("'abc", true)])
    func `syntax errors have a line and say whether more text helps`(source: String, incomplete: Bool) throws {
        let error = try #require(failure(of: "\n\n" + source, name: "a.lua"))
        #expect(error.kind == .syntax(incomplete: incomplete))
        #expect(error.position == LuaFrame(source: "a.lua", line: 3))
    }

    @Test func `a host error keeps its identity through many borders`() throws {
        let state = LuaState()
        let refusal = Refusal()
        state.globals["fail"] = .function(state.makeFunction("fail") { _ in throw refusal })
        state.globals["through"] = .function(
            state.makeFunction("through") { call in for value in try call.function(1).call() { call.push(value) } })
        let source = """
            local co = coroutine.wrap(function() through(function() through(fail) end) end)
            local ok, e = pcall(co)
            assert(not ok)
            error(e)
            """
        let error = try #require(failure(of: source, in: state))
        #expect(error.kind == .host)
        #expect(error.cause as? Refusal === refusal)
    }

    @Test func `a rethrown Lua error keeps its value and its frames`() throws {
        let state = LuaState()
        state.globals["through"] = .function(
            state.makeFunction("through") { call in try call.function(1).call() })
        let source = """
            through(function()
              error({ 1 })
            end)
            """
        let error = try #require(failure(of: source, in: state))
        #expect(error.value?.table?[1] == 1)
        #expect(error.frames.map(\.line) == [2, 1])
    }

    @Test func `a message for the author has the place of the call`() throws {
        let state = LuaState()
        state.globals["date"] = .function(state.makeFunction("date") { _ in throw LuaScriptError("no such day") })
        let error = try #require(failure(of: "local x = 1\ndate('2023-02-30')", in: state))
        #expect(error.kind == .runtime)
        #expect(error.message == "no such day")
        #expect(error.position?.line == 2)
        #expect(try run("return select(2, pcall(date))", in: state).first?.text?.hasSuffix("no such day") == true)
    }

    @Test func `frames go through a coroutine`() throws {
        let source = """
            local co = coroutine.wrap(function()
              error("inside")
            end)
            co()
            """
        let error = try #require(failure(of: source))
        #expect(error.frames.map(\.line) == [2, 4])
    }

    @Test func `errors leak nothing`() throws {
        let census = Census()
        do {
            let state = LuaState()
            state.globals["fail"] = .function(
                state.makeFunction("fail") { call in
                    let held = Counted(census)
                    try withExtendedLifetime(held) { throw Refusal(census) }
                })
            for _ in 0..<500 { #expect(failure(of: "fail()", in: state)?.kind == .host) }
            try run("for i = 1, 500 do pcall(fail) end", in: state)
        }
        #expect(census.living == 0)
    }

    @Test func `incorrect arguments are named`() throws {
        let state = LuaState()
        let table = state.makeTable()
        state.globals["lib"] = .table(table)
        table["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a + b })
        #expect(try run("return lib.add(1, 2.0)", in: state) == [3])
        #expect(
            failure(of: "lib.add(1)", in: state)?.message == "bad argument #2 to 'add' (number expected, got no value)")
        #expect(
            failure(of: "lib.add(1, {})", in: state)?.message == "bad argument #2 to 'add' (number expected, got table)"
        )
        #expect(
            failure(of: "lib.add(1, 1.5)", in: state)?.message
                == "bad argument #2 to 'add' (number has no integer representation)")
        #expect(
            failure(of: "lib:add(1)", in: state)?.message == "calling 'add' on bad self (number expected, got table)")
    }

    @Test func `an error of the host joins texts, and nothing else`() throws {
        struct Broken: Error, CustomStringConvertible { let description = "broken" }
        let state = LuaState()
        state.globals["fail"] = .function(state.makeFunction("fail") { _ in throw Broken() })
        let prelude = "local _, e = pcall(fail) "
        #expect(
            try run(prelude + "return e .. '!', 'it is ' .. e, e .. 1, e .. e", in: state)
                == ["broken!", "it is broken", "broken1", "brokenbroken"])
        #expect(failure(of: prelude + "return e .. {}", in: state)?.message == "attempt to concatenate a table value")
        #expect(failure(of: prelude + "return nil .. e", in: state)?.message == "attempt to concatenate a nil value")
    }
}
