import ChiboLua
import ChiboModel

extension ScriptRuntime {
    /// What the rules in `Stdlib/regulations`, `Stdlib/records` and `Stdlib/metrics.lua` are made of.
    func addRulePrimitives(to host: LuaTable) {
        add("scope", to: host) { runtime, call in call.push(.table(runtime.library.globals)) }
        add("rules_on", to: host) { runtime, call in
            guard let date = try call.packed(1).date else { throw call.badArgument(1, "date expected") }
            call.push(.table(try runtime.rules(on: date)))
        }
        // A number that not every year has: nil where none is valid.
        add("rule_value", to: host) { runtime, call in
            call.push(try runtime.ruleEntry(try call.string(1), on: try call.packed(2))?.value ?? .nil)
        }
        add("rule_note", to: host) { runtime, call in
            call.push(
                try runtime.ruleEntry(try call.string(1), on: try call.packed(2))?.note.map(LuaValue.text) ?? .nil)
        }
        add("record_day", to: host) { runtime, call in
            guard let world = runtime.worlds[try call.packed(1).generation] else {
                throw call.badArgument(1, "record expected")
            }
            call.push(PackedValue(world.snapshot.asOf))
        }
        // Ids alone are compared, so that nothing is shown that the running script may not see.
        add("known_ids", to: host) { runtime, call in
            guard let context = runtime.running.last, let date = try call.packed(1).date,
                let kind = RecordKind(code: try call.string(2))
            else { throw call.badArgument(1, "a day and a kind of record expected") }
            let snapshot = try context.snapshotKnown(date)
            if snapshot.tables.allSatisfy({ $0.count == 0 }) { return call.push(.nil) }
            let table = call.state.makeTable()
            for row in 0..<Int32(snapshot[kind].count) { table[snapshot.id(of: row, in: kind).text] = .boolean(true) }
            call.push(.table(table))
        }
        add("apportion", to: host) { _, call in
            let seats = try RuleArithmetic.apportion(call)
            call.push(.table(call.state.makeList(seats.map { .integer(Int64($0)) })))
        }
        add("points_text", to: host) { _, call in
            guard let before = Share(counts: try call.integer(1), try call.integer(2)),
                let now = Share(counts: try call.integer(3), try call.integer(4))
            else { throw call.badArgument(1, "two shares expected") }
            call.push(now.pointsText(since: before) ?? "")
        }
    }
}

/// Exact arithmetic that the rules ask the model for.
enum RuleArithmetic {
    /// `apportion(total, { { size, weight, floor, cap }, … }, method)`: the seats of each pool.
    static func apportion(_ call: borrowing LuaCall) throws -> [Int] {
        guard let total = Int(exactly: try call.integer(1)), total >= 0 else {
            throw call.badArgument(1, "a count expected")
        }
        guard let method = ApportionmentMethod(rawValue: try call.string(3)) else {
            let methods = ApportionmentMethod.allCases.map(\.rawValue).joined(separator: ", ")
            throw call.badArgument(3, "one of \(methods) expected")
        }
        let pools = try call.table(2).list.map { value in
            guard let table = value.table, let pool = pool(table) else {
                throw LuaScriptError(
                    vi: "mỗi nguồn cần một số đếm, hệ số, sàn và trần",
                    en: "a pool takes a count, a weight, a floor and a cap")
            }
            return pool
        }
        do {
            return try Apportionment(method).divide(total, among: pools)
        } catch {
            let message = error.message { "nguồn \($0 + 1)" }
            throw LuaScriptError(vi: message.vi, en: message.en)
        }
    }

    private static func pool(_ table: LuaTable) -> ApportionmentPool? {
        guard let size = table[1].integer, size >= 0, let weight = TableReader.decimal(table[2]),
            let floor = table[3].integer.flatMap({ Int(exactly: $0) }), floor >= 0
        else { return nil }
        if table[4].isNil { return ApportionmentPool(size: size, weight: weight, floor: floor) }
        guard let cap = table[4].integer.flatMap({ Int(exactly: $0) }) else { return nil }
        return ApportionmentPool(size: size, weight: weight, floor: floor, cap: cap)
    }
}
