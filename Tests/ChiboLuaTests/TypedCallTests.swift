import ChiboLua
import Testing

@Suite struct TypedCallTests {
    let state = LuaState()

    private struct Failure: Error {}

    private func run(_ text: String) throws -> [LuaValue] { try state.load("return " + text, name: "t").call() }

    @Test func `scalars go to Swift and back as they are`() throws {
        state.globals["i"] = .function(state.function("i") { (a: Int64) in a &- 1 })
        state.globals["d"] = .function(state.function("d") { (a: Double, b: Double) in a / b })
        state.globals["b"] = .function(state.function("b") { (a: Bool, b: Int, c: Bool) in a == c })
        #expect(try run("i(math.mininteger)") == [.integer(.max)])
        #expect(try run("d(1, 4), d(-1, 0)") == [0.25, .number(-.infinity)])
        #expect(try run("b(true, 1, false), b(false, 1, false)") == [false, true])
    }

    @Test func `arguments of another type are converted or refused as Lua does`() throws {
        state.globals["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a + b })
        #expect(try run("add(1, 2.0)") == [3])
        #expect(try run("select(2, pcall(add, 1))") == ["bad argument #2 to 'add' (number expected, got no value)"])
        #expect(
            try run("select(2, pcall(add, 1, 2.5))")
                == ["bad argument #2 to 'add' (number has no integer representation)"])
    }

    @Test func `a typed function that throws raises the error by identity`() throws {
        state.globals["f"] = .function(
            state.function("f") { (a: Int64) throws -> Int64 in if a > 0 { throw Failure() } else { a } })
        #expect(try run("pcall(f, 1)").first == false)
        let error = try #require(throws: LuaError.self) { try run("f(1)") }
        #expect(error.cause is Failure)
    }

    @Test func `a Lua function answers a scalar, or the call throws`() throws {
        let add = try #require(try run("function(a, b) return a + b end").first?.function)
        #expect(try add.call(with: 1, 2, returning: Int64.self) == 3)
        #expect(try add.call(with: 0.5, 2.0, returning: Double.self) == 2.5)
        let error = try #require(throws: LuaError.self) { try add.call(with: 0.5, 2.0, returning: Int64.self) }
        #expect(error.message == "the function answered a value of type number, and integer was wanted")
        let failing = try #require(try run("function(a) error({message = 'no ' .. a}) end").first?.function)
        let raised = try #require(throws: LuaError.self) { try failing.call(with: 7, returning: Int64.self) }
        #expect(raised.message == "no 7")
        #expect(raised.position?.line == 1)
    }

    @Test func `a kept value is the same value until it is let go, and nil once the state is closed`() {
        guard let kept = state.keep(.table(state.makeTable(["a": 1]))), let other = state.keep("text") else {
            Issue.record("nothing was kept")
            return
        }
        state.collectGarbage()
        #expect(state.value(of: kept).table?["a"] == 1)
        #expect(state.value(of: other) == "text")
        state.close()
        #expect(state.value(of: kept).isNil)
    }

    @Test func `what a host function keeps outlives the call`() throws {
        final class Holder { var kept: LuaKept? }
        let holder = Holder()
        let keep = state.makeFunction("keep") { call in holder.kept = call.keep(1) }
        let give = state.makeFunction("give") { call in
            if let kept = holder.kept.take() { call.push(kept) }
        }
        try keep.call("first")
        try keep.call("second")
        #expect(try give.call() == ["second"])
        #expect(try give.call() == [])
    }

    @Test func `handles let go in any order leave the others as they are`() {
        state.withRun {
            var handles = (0..<200).map { state.makeList([.integer($0)]) }
            for step in [7, 3, 2] {
                handles = handles.indices.filter { $0 % step != 0 }.map { handles[$0] }
                let more = (0..<50).map { state.makeList([.integer(1000 + $0)]) }
                #expect(more.enumerated().allSatisfy { $1[1] == .integer(1000 + Int64($0)) })
            }
            let values = handles.compactMap { $0[1].integer }
            #expect(values == values.sorted() && Set(values).count == values.count)
        }
    }
}
