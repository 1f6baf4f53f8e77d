import ChiboLua

extension FuzzHost {
    /// Kinds with operators that are the host's and the script's.
    func defineKinds() {
        var date = ScalarKind(FuzzWorld.date, name: "date")
        date.ordered = true
        date.text = state.function("text") { (day: PackedValue) in "day \(day.payload)" }
        date.add = state.makeFunction("add") { call in
            let (day, count) = (try call.packed(1, FuzzWorld.date), try call.integer(2))
            call.push(PackedValue(kind: FuzzWorld.date, payload: day.payload &+ Int32(truncatingIfNeeded: count)))
        }
        date.subtract = try? state.load("local a, b = ... return #tostring(a), b", name: "subtract.lua")
        date.less = state.makeFunction("less") { call in throw call.badArgument(2, "no date") }
        date.properties["number"] = state.function("number") { (day: PackedValue) in Int64(day.payload) }
        date.methods["plus"] = state.function("plus") { (day: PackedValue, count: Int64) in
            PackedValue(kind: FuzzWorld.date, payload: day.payload &+ Int32(truncatingIfNeeded: count))
        }
        state.define(date)
        state.define(RecordKind(FuzzWorld.member, name: "member"))
        state.define(RecordKind(FuzzWorld.branch, name: "branch", text: date.text))
    }

    /// Functions of records and collections, and worlds that come and go while scripts run.
    func addRecordFunctions() {
        state.globals["day"] = .packed(PackedValue(kind: FuzzWorld.date, payload: 7))
        state.globals["date"] = .function(
            state.function("date") { (day: Int64) in
                PackedValue(kind: FuzzWorld.date, payload: Int32(truncatingIfNeeded: day))
            })
        state.globals["row_of"] = .function(
            state.method("row_of", of: FuzzWorld.member) { (record: PackedValue) in Int64(record.row) })
        add("rows") { [self] call in
            let last = FuzzWorld.memberCount
            let rows = [try call.integer(1), try call.integer(2)].map { Int32(truncatingIfNeeded: $0 & 0xFF) % last }
            call.push(.rows(state.makeRows(kind: FuzzWorld.member, generation: generation, rows: rows)))
            call.pushRows(kind: FuzzWorld.member, generation: generation, rows: rows)
        }
        add("mount") { [self] _ in mount() }
        add("unmount") { [self] _ in state.unmount(generation) }
        state.setRowsCall(
            state.makeFunction("filter") { call in
                let rows = try call.rows(1)
                let count = try rows.withRows { $0.count }
                if call.isNil(2) { call.push(.rows(rows)) } else { call.push(Int64(count)) }
            })
        let methods = state.makeTable()
        let first = try? state.load("local rows = ... return rows[1]", name: "first.lua")
        methods["first"] = first.map { .function($0) } ?? .nil
        state.setRowsMethods(methods)
        self.methods = FuzzMethods(
            next: state.method("next", of: FuzzWorld.member) { (record: PackedValue, step: Int64) in
                Int64(record.row) &+ step
            },
            hasTag: state.function("has_tag") { (_: PackedValue, tag: String) in tag == "x" },
            twice: state.makeFunction("twice") { [self] call in
                let record = try call.packed(1, FuzzWorld.member)
                if let hook = state.globals["d"].function { try hook.call(.packed(record)) }
                if record.row < 2 { call.push(Int64(record.row) * 2) }
            })
    }

    /// Mounts another world and points the globals at it; the worlds before stay until they are unmounted.
    func mount() {
        guard let methods, let mounted = try? state.mount(FuzzWorld(census).records(methods)) else { return }
        generation = mounted
        for (name, row) in [("m1", Int32(0)), ("m2", 2), ("m3", 99)] {
            state.globals[name] = .packed(PackedValue(kind: FuzzWorld.member, generation: mounted, row: row))
        }
        state.globals["b1"] = .packed(PackedValue(kind: FuzzWorld.branch, generation: mounted, row: 0))
        state.globals["all"] = .rows(state.makeRows(kind: FuzzWorld.member, generation: mounted, rows: [0, 1, 2]))
    }
}
