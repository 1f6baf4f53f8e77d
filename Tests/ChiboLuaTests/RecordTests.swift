import ChiboLua
import Testing

private let member = LuaKind(rawValue: 1)
private let branch = LuaKind(rawValue: 2)
private let date = LuaKind(rawValue: 3)

/// Columns of a few members and branches, as a snapshot would hold them.
@safe private final class Columns {
    let texts = ["student", "An", "Bình", "Chi", "lecturer"]
    let offsets: UnsafeMutableBufferPointer<Int32>
    let bytes: UnsafeMutableBufferPointer<UInt8>
    var columns: [UnsafeMutableBufferPointer<Int32>] = unsafe []
    let wide: UnsafeMutableBufferPointer<Int64>
    private let counted: Counted

    init(_ census: Census = Census()) {
        counted = Counted(census)
        let joined = texts.flatMap { [UInt8]($0.utf8) }
        unsafe bytes = .allocate(capacity: joined.count)
        _ = unsafe bytes.initialize(from: joined)
        var ends: [Int32] = [0]
        for text in texts { ends.append(ends[ends.count - 1] + Int32(text.utf8.count)) }
        unsafe offsets = .allocate(capacity: ends.count)
        _ = unsafe offsets.initialize(from: ends)
        unsafe wide = .allocate(capacity: 3)
        _ = unsafe wide.initialize(from: [1 << 40, .min, 3])
    }

    func column(_ values: [Int32]) -> UnsafeBufferPointer<Int32> {
        let column = UnsafeMutableBufferPointer<Int32>.allocate(capacity: values.count)
        _ = unsafe column.initialize(from: values)
        unsafe columns.append(column)
        return UnsafeBufferPointer(column)
    }

    var pool: TextPool {
        unsafe TextPool(offsets: UnsafeBufferPointer(offsets), bytes: UnsafeBufferPointer(bytes))
    }

    deinit {
        for index in unsafe columns.indices { unsafe columns[index].deallocate() }
        unsafe offsets.deallocate()
        unsafe bytes.deallocate()
        unsafe wide.deallocate()
    }

    func world(_ state: LuaState, extra: [RecordField] = []) -> RecordWorld {
        let missing = Int32.min
        let tag = state.function("has_tag") { (_: PackedValue, tag: String) in tag == "x" }
        let twice = state.makeFunction("twice") { call in
            let record = try call.packed(1, member)
            if record.row == 2 { call.push(.nil) } else { call.push(Int64(record.row) * 2) }
        }
        return RecordWorld(
            kinds: [
                RecordColumns(
                    kind: member, rowCount: 3,
                    fields: unsafe [
                        RecordField("name", .text(column([1, 2, 3]), pool)),
                        RecordField("grade", .text(column([0, missing, 4]), pool), notesMissing: true),
                        RecordField("points", .integer32(column([10, 20, missing]))),
                        RecordField("total", .integer64(UnsafeBufferPointer(wide))),
                        RecordField("paid", .boolean(column([1, 0, missing]))),
                        RecordField("born", .scalar(date, column([-10, 0, missing])), notesMissing: true),
                        RecordField("branch", .reference(branch, column([0, 1, missing]))),
                        RecordField("has_tag", .method(tag)),
                        RecordField("twice", .computed(twice), notesMissing: true),
                        RecordField("card_no", .denied),
                    ] + extra),
                RecordColumns(
                    kind: branch, rowCount: 2,
                    fields: unsafe [
                        RecordField("members", .relation(member, offsets: column([0, 2, 3]), rows: column([0, 1, 2])))
                    ]),
            ], owner: self)
    }
}

/// A state with both kinds, dates, and globals `m1`… of a mounted world.
private struct Fixture {
    let state = LuaState()
    let generation: LuaGeneration

    init(_ census: Census = Census()) throws {
        var day = ScalarKind(date, name: "date")
        day.ordered = true
        day.text = state.function("text") { (day: PackedValue) in "day \(day.payload)" }
        day.add = state.makeFunction("add") { call in
            let (day, count) = (try call.packed(1, date), try call.integer(2))
            call.push(PackedValue(kind: date, payload: day.payload + Int32(count)))
        }
        day.subtract = state.makeFunction("subtract") { call in
            call.push(Int64(try call.packed(1, date).payload - call.packed(2, date).payload))
        }
        day.methods["plus"] = state.function("plus") { (day: PackedValue, count: Int64) in
            PackedValue(kind: date, payload: day.payload + Int32(count))
        }
        day.properties["number"] = state.function("number") { (day: PackedValue) in Int64(day.payload) }
        state.define(day)
        state.define(RecordKind(member, name: "member"))
        state.define(
            RecordKind(branch, name: "branch", text: state.function("text") { (b: PackedValue) in "branch \(b.row)" }))
        generation = try state.mount(Columns(census).world(state))
        for row in Int32(0)..<3 {
            state.globals["m\(row + 1)"] = .packed(PackedValue(kind: member, generation: generation, row: row))
        }
        for row in Int32(0)..<2 {
            state.globals["b\(row + 1)"] = .packed(PackedValue(kind: branch, generation: generation, row: row))
        }
        state.globals["date"] = .function(
            state.function("date") { (day: Int64) in PackedValue(kind: date, payload: Int32(day)) })
        state.globals["all"] = .rows(state.makeRows(kind: member, generation: generation, rows: [0, 1, 2]))
    }

    func run(_ source: String) throws -> [LuaValue] { try ChiboLuaTests.run(source, in: state) }

    func message(_ source: String) -> String? { failure(of: source, in: state)?.message }
}

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
        #expect(try f.run("return string.dump, collectgarbage('count') > 1") == [nil, true])
        #expect(f.message("collectgarbage()") != nil)
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

struct CollectionTests {
    @Test func `a collection is read by index, length and loop`() throws {
        let f = try Fixture()
        #expect(
            try f.run("return #all, all[1] == m1, all[3] == m3, all[4], all[0], all[1.0] == m1") == [
                3, true, true, nil, nil, true,
            ])
        #expect(
            try f.run("local t = {} for r in b1.members do t[#t + 1] = r.name end return table.concat(t, ' ')") == [
                "An Bình"
            ])
        #expect(
            try f.run("local t = {} for i, r in ipairs(all) do t[i] = r.name end return table.concat(t, ' ')") == [
                "An Bình Chi"
            ])
        #expect(
            try f.run("local t = {} for i, r in pairs(all) do t[i] = r.name end return table.concat(t, ' ')") == [
                "An Bình Chi"
            ])
        #expect(try f.run("return tostring(all)") == ["3 x member"])
    }

    @Test func `loops over one collection nest`() throws {
        let f = try Fixture()
        let source = """
            local t = {}
            for a in all do for b in all do t[#t + 1] = a.name .. b.name end end
            for a in all do for b in all do break end t[#t + 1] = a.name end
            return table.concat(t, " ")
            """
        #expect(try f.run(source) == ["AnAn AnBình AnChi BìnhAn BìnhBình BìnhChi ChiAn ChiBình ChiChi An Bình Chi"])
    }

    @Test func `calls go to the host, with the filter`() throws {
        let f = try Fixture()
        f.state.setRowsCall(
            f.state.makeFunction("where") { call in
                call.push(Int64(try call.rows(1).count))
                call.push(call.value(2))
            })
        #expect(try f.run("return all { 7 }")[0] == 3)
        #expect(try f.run("return (b1:members { 8 })") == [2])
        #expect(try f.run("return select(2, b1:members { 8 })[1]") == [8])
        #expect(try f.run("return #b1:members(), b1:members() == b1.members") == [2, true])
        #expect(try f.run("return all()") == [3, nil])
    }

    @Test func `collections share methods`() throws {
        let f = try Fixture()
        let count = f.state.makeFunction("count") { call in call.push(Int64(try call.rows(1).count)) }
        f.state.setRowsMethods(f.state.makeTable(["count": .function(count)]))
        #expect(try f.run("return all:count(), b2.members:count()") == [3, 1])
        #expect(f.message("return all.count()") == "bad argument #1 to 'count' (collection expected, got no value)")
    }

    @Test func `collections are equal by content`() throws {
        let f = try Fixture()
        f.state.globals["same"] = .rows(f.state.makeRows(kind: member, generation: f.generation, rows: [0, 1]))
        #expect(
            try f.run("return same == b1.members, same == all, all == all, same ~= b2.members") == [
                true, false, true, true,
            ])
        #expect(try f.run("return all == 1, all == m1") == [false, false])
    }

    @Test func `rows are lent to Swift`() throws {
        let f = try Fixture()
        let rows = try #require(try f.run("return b1.members").first?.rows)
        #expect(rows.kind == member && rows.generation == f.generation && rows.count == 2)
        #expect(rows.rows == [0, 1])
        #expect(try rows.withRows { $0[1] } == 1)
        f.state.unmount(f.generation)
        #expect(rows.rows == [])
        #expect(throws: LuaError.self) { try rows.withRows { $0.count } }
    }
}
