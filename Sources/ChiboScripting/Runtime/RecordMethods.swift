import ChiboLua
import ChiboModel
import ChiboStdlib

/// What records can be asked with a colon: `branch:rating(2022)`, `member:party_age()`.
enum RecordMethods {
    /// The methods of each kind, made once a state: those that need the host, and the rules of `Stdlib/records`.
    static func make(for runtime: ScriptRuntime) throws -> [RecordKind: [String: LuaFunction]] {
        let maker = Maker(runtime: runtime)
        var methods: [RecordKind: [String: LuaFunction]] = [
            .member: ["rating": maker.rating(of: .member), "value": maker.value()],
            .unit: ["rating": maker.rating(of: .unit), "is_branch": maker.isBranch(), "value": maker.value()],
        ]
        for module in Stdlib.modules where module.hasPrefix("records.") {
            for (kind, name, function) in try rules(in: module, runtime) {
                methods[kind, default: [:]][name] = function
            }
        }
        return methods
    }

    /// What a module of `Stdlib/records` answers: functions by their names, by the code of their kind.
    private static func rules(
        in module: String, _ runtime: ScriptRuntime
    ) throws -> [(RecordKind, String, LuaFunction)] {
        let source = Stdlib.source(of: module) ?? ""
        let chunk = try runtime.state.load(source, name: "chibo/\(module).lua", isLibrary: true)
        return (try chunk.call(.table(runtime.prelude.host)).first?.table?.pairs ?? []).flatMap { code, functions in
            guard let kind = code.text.flatMap(RecordKind.init(code:)) else {
                preconditionFailure("\(module) names kinds of record")
            }
            return (functions.table?.pairs ?? []).compactMap { name, function in
                name.text.flatMap { name in function.function.map { (kind, name, $0) } }
            }
        }
    }

    private struct Maker {
        let runtime: ScriptRuntime

        private func method(
            _ name: String, _ kind: RecordKind,
            _ body: @escaping (borrowing LuaCall, ScriptRuntime, PackedValue, Snapshot) throws -> Void
        ) -> LuaFunction {
            runtime.state.makeFunction(name) { [unowned runtime] call in
                let record = try call.packed(1, LuaKind(kind))
                guard let world = runtime.worlds[record.generation] else {
                    throw call.badArgument(1, "record expected")
                }
                try body(call, runtime, record, world.snapshot)
            }
        }

        /// `branch:rating(2022)`: the record of the year, or nil, which counts as a missing value; `branch:rating(2022, 3)`
        /// that of a quarter, which no yearly rule counts.
        func rating(of kind: RecordKind) -> LuaFunction {
            let field = kind == .unit ? "unit" : "member"
            return method("rating", kind) { call, runtime, record, snapshot in
                let year = try call.integer(2)
                let quarter: FieldValue = call.isNil(3) ? .missing : .integer(try call.integer(3))
                let rows = snapshot[kind].relation(.rating, by: field)?[Int(record.row)] ?? []
                let match = rows.first {
                    snapshot.value(.rating, row: $0, "year") == .integer(year)
                        && snapshot.value(.rating, row: $0, "quarter") == quarter
                }
                guard let match else {
                    runtime.noteMissing("xếp loại năm \(year)")
                    return call.push(.nil)
                }
                call.push(PackedValue(kind: LuaKind(.rating), generation: record.generation, row: match))
            }
        }

        func isBranch() -> LuaFunction {
            method("is_branch", .unit) { call, _, record, snapshot in
                call.push(!BranchRows.among([record.row], in: snapshot).isEmpty)
            }
        }

        /// `record:value "branch.name"`: the value at the end of a path.
        func value() -> LuaFunction {
            runtime.state.makeFunction("value") { [unowned runtime] call in
                guard let read = runtime.prelude.host["rows_value"].function else { return }
                call.push(try read.call(call.value(1), call.value(2)).first ?? .nil)
            }
        }
    }
}
