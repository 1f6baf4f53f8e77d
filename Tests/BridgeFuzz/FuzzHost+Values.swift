import ChiboLua

extension FuzzHost {
    /// Functions of values: typed and untyped, handles, tables.
    func addValueFunctions() {
        state.globals["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a &+ b })
        state.globals["half"] = .function(state.function("half") { (a: Double) in a / 2 })
        state.globals["negate"] = .function(state.function("negate") { (a: Bool) in !a })
        state.globals["greet"] = .function(state.function("greet") { (name: String) in "hello " + name.prefix(200) })
        state.globals["list"] = .function(state.function("list") { (table: LuaTable) in Int64(table.list.count) })
        add("echo") { call in for value in call.values { call.push(value) } }
        add("hold") { [self] call in
            if held.count < Self.most { held.append(call.value(1)) }
        }
        add("held") { [self] call in
            call.push(held.isEmpty ? .nil : held[Int(truncatingIfNeeded: try call.integer(1) & 0xFF) % held.count])
        }
        add("keep") { [self] call in
            if kept.count >= Self.most { kept.removeFirst() }
            if let value = KeptValue(call.value(1), state) { kept.append(value) }
        }
        add("kept") { [self] call in
            if let last = kept.last { call.push(last.value) }
        }
        add("face") { [self] call in
            let unknown = state.makeFunction("unknown") { call in call.pushArgument(2) }
            call.push(.table(state.makeReadOnly(try call.table(1), name: "face", unknown: unknown)))
        }
        add("mark") { call in try call.table(1).metatable = Self.harmless(try call.table(2)) }
        add("walk") { [self] call in
            let copy = state.makeTable()
            for (key, value) in try call.table(1).pairs.prefix(100) { copy[key: value] = key }
            call.push(.table(copy))
        }
    }

    /// A host that sets a finalizer for a script breaks what it was promised.
    private static func harmless(_ table: LuaTable) -> LuaTable? {
        table["__gc"].isNil ? table : nil
    }
}
