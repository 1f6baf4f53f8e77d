import ChiboLua
import ChiboModel

/// What records can be asked with a colon: `branch:rating(2022)`, `member:party_age()`.
enum RecordMethods {
    /// The methods of each kind, made once a state.
    static func make(for runtime: ScriptRuntime) -> [RecordKind: [String: LuaFunction]] {
        let maker = Maker(runtime: runtime)
        return [
            .member: [
                "rating": maker.rating(of: .member), "party_age": maker.partyAge(),
                "probation_end": maker.probationEnd(),
                "value": maker.value(),
            ],
            .unit: ["rating": maker.rating(of: .unit), "is_branch": maker.isBranch(), "value": maker.value()],
        ]
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

        /// `branch:rating(2022)`: the record of the year, or nil, which counts as a missing value.
        func rating(of kind: RecordKind) -> LuaFunction {
            let field = kind == .unit ? "unit" : "member"
            return method("rating", kind) { call, runtime, record, snapshot in
                let year = try call.integer(2)
                let rows = snapshot[kind].relation(.rating, by: field)?[Int(record.row)] ?? []
                let match = rows.first { snapshot.value(.rating, row: $0, "year") == .integer(year) }
                guard let match else {
                    runtime.noteMissing("xếp loại năm \(year)")
                    return call.push(.nil)
                }
                call.push(PackedValue(kind: LuaKind(.rating), generation: record.generation, row: match))
            }
        }

        /// Whole years since the decision of admission, on the run's day or another (domain.md R-04).
        func partyAge() -> LuaFunction {
            method("party_age", .member) { call, _, record, snapshot in
                let day = call.isNil(2) ? snapshot.asOf : try call.packed(2).date ?? snapshot.asOf
                guard case .date(let decided) = snapshot.value(.member, row: record.row, "admission_decision_on") else {
                    throw UnknownAnswer(reason: "chưa có ngày quyết định kết nạp")
                }
                call.push(Int64(day.wholeYears(since: decided)))
            }
        }

        /// The end of probation: twelve months after the ceremony (domain.md R-03).
        func probationEnd() -> LuaFunction {
            method("probation_end", .member) { call, runtime, record, snapshot in
                guard case .date(let admitted) = snapshot.value(.member, row: record.row, "admitted_on") else {
                    throw UnknownAnswer(reason: "chưa có ngày kết nạp")
                }
                let months = try runtime.ruleNumber("probation_months", on: snapshot.asOf)
                call.push(PackedValue(admitted.adding(months: months)))
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
