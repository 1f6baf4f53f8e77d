import ChiboLua
import Testing

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
        let pairs = "AnAn AnBình AnChi BìnhAn BìnhBình BìnhChi ChiAn ChiBình ChiChi An Bình Chi"
        #expect(try f.run(source) == [.text(pairs)])
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
