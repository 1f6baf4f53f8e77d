import ChiboLua
import Testing

struct RecordTests {
    @Test func `fields of every storage are read`() throws {
        let f = try Fixture()
        #expect(try f.run("return m1.name, m2.name, m1.grade, m1.grade") == ["An", "Bình", "student", "student"])
        #expect(try f.run("return m1.points, m1.total, m1.paid, m2.paid") == [10, .integer(1 << 40), true, false])
        #expect(try f.run("return m1.born.number, m1.branch == b1, m1:has_tag('x'), m2.twice") == [-10, true, true, 2])
        #expect(try f.run("return m3.points, m2.total, m3.paid, m3.born, m3.branch") == [nil, nil, nil, nil, nil])
    }

    @Test func `a missing value is noted where the field says so`() throws {
        let f = try Fixture()
        _ = try f.run("local _ = m1.grade, m2.grade, m3.points, m3.born, m3.twice")
        let missing = f.state.takeMissingReads()
        #expect(missing.count == 3)
        #expect(missing.first.map(\.field) == [1, 5, 8])
        #expect(missing.first.map(\.record.row) == [1, 2, 2])
        _ = try f.run("for i = 1, 100 do local _ = m2.grade end")
        #expect(f.state.takeMissingReads().count == 100)
        #expect(f.state.takeMissingReads().count == 0)
    }

    @Test func `a record is one value`() throws {
        let f = try Fixture()
        let source = """
            local seen = {}
            seen[m1] = "first"; seen[m2] = "second"
            for r in all do seen[r] = (seen[r] or "") .. "!" end
            return seen[m1], seen[b1.members[2]], m1 == b1.members[1], m1 == m2, rawequal(m3, m3)
            """
        #expect(try f.run(source) == ["first!", "second!", true, false, true])
    }

    @Test func `records of a released world raise`() throws {
        let f = try Fixture()
        _ = try f.run("keep, rows = m1, b1.members")
        f.state.unmount(f.generation)
        #expect(f.message("return keep.name") == "this member is no longer valid: its snapshot was released")
        #expect(f.message("return keep.branch") != nil)
        #expect(f.message("return rows[1]") != nil)
        #expect(f.message("return #rows") != nil)
        #expect(f.message("for r in rows do end") != nil)
        let next = try f.state.mount(Columns().world(f.state))
        #expect(next != f.generation)
        #expect(f.message("return keep.name") != nil)
        #expect(try f.run("return tostring(keep), keep == keep") == ["member", true])
    }

    @Test func `a world is let go when it is unmounted or the state ends`() throws {
        let census = Census()
        let f = try Fixture(census)
        f.state.unmount(f.generation)
        #expect(census.living == 0)
        for _ in 0..<500 {
            let generation = try f.state.mount(Columns(census).world(f.state))
            f.state.globals["m"] = .packed(PackedValue(kind: member, generation: generation, row: 1))
            #expect(try f.run("return m.name") == ["Bình"])
            f.state.unmount(generation)
        }
        _ = try f.state.mount(Columns(census).world(f.state))
        f.state.close()
        #expect(census.living == 0)
    }

    @Test func `a row past the end raises`() throws {
        let f = try Fixture()
        f.state.globals["m9"] = .packed(PackedValue(kind: member, generation: f.generation, row: 9))
        f.state.globals["mm"] = .packed(PackedValue(kind: member, generation: f.generation, row: -1))
        #expect(f.message("return m9.name")?.contains("not among") == true)
        #expect(f.message("return mm.name")?.contains("not among") == true)
    }

    @Test func `an unknown, a denied and an assigned field are the host's to explain`() throws {
        let f = try Fixture()
        #expect(f.message("return m1.nmae") == "a member has no field 'nmae'")
        f.state.onFieldProblem { LuaScriptError("\($0.reason) \($0.kind).\($0.key)") }
        #expect(f.message("return m1.nmae") == "unknown member.nmae")
        #expect(
            f.message("return m1[1]") == "unknown member.1" || f.message("return m1[1]") == "unknown member.<number>")
        #expect(f.message("return m1[{}]") == "unknown member.<table>")
        #expect(f.message("return m1.card_no") == "denied member.card_no")
        #expect(f.message("m1.name = 'x'") == "assignment member.name")
        #expect(f.message("all.name = 'x'") == "assignment member.name")
        #expect(f.message("return all.nmae") == "unknown member.nmae")
        #expect(f.message("return date(1).nmae") == "unknown date.nmae")
        #expect(failure(of: "local x\nlocal y = m1.nmae", in: f.state)?.position?.line == 2)
    }

    @Test func `scalars compare, add, subtract and print`() throws {
        let f = try Fixture()
        #expect(try f.run("return date(-5) < date(3), date(3) <= date(3), date(4) < date(3)") == [true, true, false])
        #expect(try f.run("return date(1) == date(1), date(1) == date(2), date(2) > date(1)") == [true, false, true])
        #expect(try f.run("return (date(1) + 4).number, date(9) - date(2), date(1):plus(2).number") == [5, 7, 3])
        #expect(
            try f.run("return 'on ' .. date(4), ('%s'):format(date(5)), tostring(b2)") == [
                "on day 4", "day 5", "branch 1",
            ])
        #expect(f.message("return date(1) < 3") == "attempt to compare date with number")
        #expect(f.message("return m1 < m2") == "attempt to compare two member values")
        #expect(f.message("return m1 + 1") == "attempt to perform arithmetic on a member value")
        #expect(f.message("return date(1) * 2") == "attempt to perform arithmetic on a date value")
    }

    @Test func `metatables and finalizers are out of reach`() throws {
        let f = try Fixture()
        #expect(try f.run("return getmetatable(m1), getmetatable(all), getmetatable('')") == [false, false, false])
        #expect(f.message("return getmetatable(m1).__gc") != nil)
        #expect(f.message("setmetatable(m1, {})") != nil)
        #expect(f.message("setmetatable({}, { __gc = print })")?.contains("__gc") == true)
        #expect(f.message("string.rep = nil") != nil)
        #expect(f.message("rawset(string, 'rep', print)") != nil)
        #expect(f.message("table.insert(string, print)") != nil)
        #expect(
            try f.run("local n = 0 for k in pairs(string) do n = n + 1 end return n > 10, ('x'):rep(2), next(math)")[1]
                == "xx")
        for name in ["io", "os", "debug", "package", "require", "dofile", "loadfile", "_G", "warn"] {
            #expect(try f.run("return \(name)") == [nil])
        }
        #expect(try f.run("return string.dump") == [nil])
        #expect(f.message("collectgarbage('count')") != nil)
    }

    @Test func `bytecode is refused`() throws {
        let f = try Fixture()
        #expect(f.message(#"return assert(load("\27Lua"))"#)?.contains("binary") == true)
        #expect(f.message(#"return assert(load("\27Lua", "x", "b"))"#) != nil)
        let error = #expect(throws: LuaError.self) { try f.state.load("\u{1B}Lua", name: "x") }
        #expect(error?.kind == .syntax(incomplete: false))
    }

    @Test func `load gives the environment of its caller`() throws {
        let state = LuaState()
        let environment = state.makeTable(["load": state.globals["load"], "x": 5])
        let chunk = try state.load("y = 1 return load('z = 2 return x')()", name: "a.lua", environment: environment)
        #expect(try chunk.call() == [5])
        #expect(environment["z"] == 2)
        #expect(state.globals["z"].isNil)
    }

    @Test func `packed arguments are checked by kind and world`() throws {
        let f = try Fixture()
        f.state.globals["row"] = .function(
            f.state.makeFunction("row") { call in call.push(Int64(try call.packed(1, member).row)) })
        #expect(try f.run("return row(m2)") == [1])
        #expect(f.message("row(b1)") == "bad argument #1 to 'row' (member expected, got branch)")
        #expect(f.message("row()") == "bad argument #1 to 'row' (member expected, got no value)")
        _ = try f.run("keep = m1")
        f.state.unmount(f.generation)
        #expect(f.message("row(keep)")?.contains("no longer valid") == true)
    }

    @Test func `a call with a record reads results in place`() throws {
        let f = try Fixture()
        let check = try #require(
            try f.run("return function(m) return m.points, m.name, 1.5, m, nil, true end").first?.function)
        let record = PackedValue(kind: member, generation: f.generation, row: 0)
        try check.call(packed: record) { results in
            #expect(results.count == 6)
            #expect(results.integer(0) == 10)
            #expect(results.text(1) == "An")
            #expect(results.number(2) == 1.5)
            #expect(results.packed(3) == record)
            #expect(results.isNil(4) && results.isNil(6))
            #expect(results.boolean(5) == true)
        }
        let fails = try #require(try f.run("return function(m) return m.points + m end").first?.function)
        #expect(throws: LuaError.self) { try fails.call(packed: record) { _ in } }
        #expect(check.definedAt?.source == "test.lua")
    }

    @Test func `a computed field may end its own world`() throws {
        let f = try Fixture()
        let columns = Columns()
        var generation = LuaGeneration.scalar
        let ends = f.state.makeFunction("ends") { call in
            call.state.unmount(generation)
            call.push(.nil)
        }
        let field = unsafe RecordField("ends", .computed(ends), notesMissing: true)
        generation = try f.state.mount(columns.world(f.state, extra: [field]))
        f.state.globals["last"] = .packed(PackedValue(kind: member, generation: generation, row: 0))
        #expect(try f.run("return last.ends") == [.nil])
        #expect(f.state.takeMissingReads().count == 0)
        #expect(f.message("return last.points")?.contains("no longer valid") == true)
    }

    @Test func `a world that lies about its size is refused`() throws {
        let f = try Fixture()
        let columns = Columns()
        func mount(_ field: RecordField) throws {
            let kinds = [RecordColumns(kind: member, rowCount: 3, fields: [field])]
            _ = try f.state.mount(RecordWorld(kinds: kinds, owner: columns))
        }
        #expect(throws: LuaError.self) { try mount(unsafe RecordField("x", .integer32(columns.column([1, 2])))) }
        #expect(throws: LuaError.self) {
            try mount(
                unsafe RecordField(
                    "x", .relation(member, offsets: columns.column([0, 2, 1, 3]), rows: columns.column([0, 1, 2]))))
        }
        #expect(throws: LuaError.self) {
            try mount(
                unsafe RecordField(
                    "x", .relation(member, offsets: columns.column([0, 1, 1, 9]), rows: columns.column([0, 1, 2]))))
        }
    }
}
