import ChiboLua
import ChiboModel

extension ScriptRuntime {
    /// The table of primitives that the standard library is made of; scripts never see it.
    func makeHost() -> LuaTable {
        let host = state.makeTable()
        DateValues.addPrimitives(to: host, in: state)
        workingDays.addPrimitives(to: host, in: state)
        TextValues.addPrimitives(to: host, in: state)
        TextModule { [unowned self] in toneOrder }.addPrimitives(to: host, in: state)
        CollectionPrimitives.add(to: host, of: self)
        host["none"] = .packed(.nothing)
        addTablePrimitives(to: host)
        addRunPrimitives(to: host)
        addRulePrimitives(to: host)
        addTestPrimitives(to: host)
        return host
    }

    func add(
        _ name: String, to host: LuaTable, _ body: @escaping (ScriptRuntime, borrowing LuaCall) throws -> Void
    ) {
        host[name] = .function(state.makeFunction(name) { [unowned self] call in try body(self, call) })
    }

    private func addTablePrimitives(to host: LuaTable) {
        add("has_metatable", to: host) { _, call in call.push(try call.table(1).metatable == call.table(2)) }
        add("raw", to: host) { _, call in call.push(try call.table(1)[try call.string(2)]) }
        add("read_only", to: host) { runtime, call in
            let name = try call.string(2)
            let table = try call.table(1)
            let keys = table.pairs.compactMap(\.key.text)
            let unknown = runtime.state.makeFunction(name) { call in
                let key = call.value(2).text ?? call.value(2).typeName
                let nearest = NearestName.suggestions(for: key, among: keys).first ?? keys.joined(separator: ", ")
                throw LuaScriptError(
                    vi: "\(name) không có `\(key)`; có phải `\(nearest)`?",
                    en: "\(name) has no `\(key)`; did you mean `\(nearest)`?")
            }
            call.push(.table(runtime.state.makeReadOnly(table, name: name, unknown: unknown)))
        }
    }

    private func addRunPrimitives(to host: LuaTable) {
        add("today", to: host) { runtime, call in
            guard let context = runtime.running.last else { throw GlobalNames.undefined("as_of", known: []) }
            call.push(PackedValue(context.today))
        }
        add("define", to: host) { runtime, call in
            try runtime.define(try call.string(1), try call.table(2))
            call.pushArgument(2)
        }
        add("run", to: host) { runtime, call in
            let options = call.isNil(3) ? nil : try call.table(3)
            call.push(try runtime.runNested(try call.string(1), try call.string(2), options))
        }
    }

    /// A value as `print` would show it.
    func text(of value: LuaValue) throws -> String {
        guard case .function(let tostring) = state.globals["tostring"] else { return value.typeName }
        return try tostring.call(value).first?.text ?? ""
    }
}
