import ChiboTestSupport
import ChiboLua
import Testing

struct ValueTests {
    @Test func `values go to Lua and come back`() throws {
        let state = LuaState()
        let same = try #require(try run("return function(...) return ... end", in: state).first?.function)
        let table = state.makeTable(["name": "An", "age": 60])
        let values: [LuaValue] = [
            nil, true, false, 1, 1.5, "chi bộ", .string(LuaString(bytes: [0xFF, 0, 0x41])), .integer(.min),
            .number(.infinity), .table(table), .function(same), .packed(PackedValue(bits: 0x0102_0304_0506_0708)),
        ]
        #expect(try same.call(values) == values)
    }

    @Test(arguments: 1...20) func `random values go to Lua and come back`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let state = LuaState()
        let same = try #require(try run("return function(...) return ... end", in: state).first?.function)
        let values = (0..<100).map { _ in randomValue(&random, state, depth: 0) }
        #expect(try same.call(values) == values)
        let list = state.makeList(values.filter { !$0.isNil })
        #expect(list.list == values.filter { !$0.isNil })
    }

    private func randomValue(_ random: inout SeededGenerator, _ state: LuaState, depth: Int) -> LuaValue {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return nil
        case 1: return .boolean(Bool.random(using: &random))
        case 2: return .integer(Int64(bitPattern: random.next()))
        case 3: return .number(Double.random(in: -1e300...1e300, using: &random))
        case 4:
            let count = Int.random(in: 0..<80, using: &random)
            return .string(LuaString(bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }))
        case 5: return .packed(PackedValue(bits: random.next()))
        default: return .table(state.makeTable())
        }
    }

    @Test func `bytes that are no text are not lost`() throws {
        let value = try run(#"return "\xff\x00A""#).first
        #expect(value == .string(LuaString(bytes: [0xFF, 0, 0x41])))
        #expect(value?.text == "\u{FFFD}\0A")
    }

    @Test func `composed and decomposed texts differ, as in Lua`() {
        #expect(LuaString("é") != LuaString("e\u{301}"))
        #expect(LuaString("é") == LuaString(bytes: [0xC3, 0xA9]))
    }

    @Test func `a table is read and written by field and by index`() throws {
        let state = LuaState()
        let table = state.makeTable()
        table["name"] = "An"
        table[1] = 10
        table[2] = 20
        table[key: true] = "yes"
        table[key: .number(.nan)] = 1
        #expect(table["name"] == "An")
        #expect(table.count == 2)
        #expect(table.list == [10, 20])
        #expect(table[key: true] == "yes")
        #expect(table["absent"].isNil)
        table["name"] = nil
        #expect(table["name"].isNil)
        #expect(!table.isEmpty)
        #expect(state.makeTable().isEmpty)
        #expect(table == table && table != state.makeTable())
    }

    @Test func `pairs goes in one order, from Lua and from Swift`() throws {
        let state = LuaState()
        let source = """
            local t = { zeta = 1, alpha = 2, ["Á"] = 8, [3] = 3, [1] = 4, [2.5] = 5, [-4] = 9, [true] = 6, [false] = 7 }
            local keys = {}
            for k in pairs(t) do keys[#keys + 1] = tostring(k) end
            local byNext, k = {}, nil
            repeat k = next(t, k); byNext[#byNext + 1] = tostring(k) until k == nil
            return table.concat(keys, " "), table.concat(byNext, " "), t
            """
        let results = try run(source, in: state)
        #expect(results[0] == "-4 1 2.5 3 alpha zeta Á false true")
        #expect(results[1] == "-4 1 2.5 3 alpha zeta Á false true nil")
        let keys = try #require(results[2].table).pairs.map(\.key)
        #expect(keys == [-4, 1, 2.5, 3, "alpha", "zeta", "Á", false, true])
    }

    @Test func `a loop over pairs may clear what it visits`() throws {
        let source = """
            local t = {}
            for i = 1, 100 do t["k" .. i] = i end
            local n = 0
            for k in pairs(t) do t[k] = nil; t["k" .. (i or 50)] = nil; n = n + 1 end
            return n, next(t)
            """
        #expect(try run(source) == [99, nil] || run(source) == [100, nil])
    }

    @Test func `keys without an order are refused by pairs when there are two`() throws {
        #expect(try run("local n = 0; for k in pairs({[{}] = 1, a = 2}) do n = n + 1 end; return n") == [2])
        let error = try #require(failure(of: "for k in pairs({[{}] = 1, [{}] = 2}) do end"))
        #expect(error.message.contains("no order"))
        #expect(error.position == LuaFrame(source: "test.lua", line: 1))
    }

    @Test func `no text of a value contains an address`() throws {
        let source = """
            local c = coroutine.create(function() end)
            return tostring({}), tostring(print), tostring(c), ("%s %s"):format({}, print), ("%d%%%s"):format(3, "x")
            """
        #expect(try run(source) == ["table", "function", "thread", "table function", "3%x"])
        #expect(failure(of: "return ('%p'):format({})") != nil)
    }

    @Test func `random numbers repeat by seed`() throws {
        func draw(_ seed: UInt64) throws -> [LuaValue] {
            var policy = LuaPolicy.unattended
            policy.randomSeed = seed
            return try run("return math.random(1000000), math.random(1000000)", in: LuaState(policy))
        }
        #expect(try draw(1) == draw(1))
        #expect(try draw(1) != draw(2))
        #expect(
            try run("local a = math.random(1e9 // 1 | 0); math.randomseed(); return a == math.random(1e9 // 1 | 0)")
                == [true])
    }

    @Test func `a handle may outlive everything`() throws {
        var table: LuaTable?
        do {
            let state = LuaState()
            table = state.makeTable(["a": 1])
        }
        #expect(table?["a"] == 1)
        table?.state.close()
        #expect(table?["a"] == .nil)
        #expect(throws: LuaError.self) { try table?.state.load("return 1", name: "x") }
    }

    @Test func `handles are used again`() throws {
        let state = LuaState()
        state.collectGarbage()
        for _ in 0..<100 { _ = state.makeTable() }
        state.collectGarbage()
        let before = state.memoryUsed
        for _ in 0..<10_000 { _ = state.makeTable() }
        state.collectGarbage()
        #expect(state.memoryUsed <= before + 1024)
    }
}
