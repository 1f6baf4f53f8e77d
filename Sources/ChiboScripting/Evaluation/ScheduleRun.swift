import ChiboLua
package import ChiboModel

/// What a schedule's `run` asks the host to do; the script itself does nothing.
package struct ScheduledWork: Hashable, Sendable {
    /// What is asked for.
    package enum Kind: String, CaseIterable, Sendable { case report, criteria, quota, plan }

    /// What is asked for.
    package let kind: Kind
    /// The definition.
    package let id: String
    /// The period to do it for.
    package let period: Period
    /// The formats of a report, by name; empty for the host's choice.
    package let formats: [String]
}

extension ScriptRuntime {
    /// The schedules of the unit, without what they run.
    package func schedules() throws(Diagnostic) -> [ScheduleDefinition] {
        var schedules: [ScheduleDefinition] = []
        for definition in try definitions(of: .schedule) {
            if case .schedule(let script) = definition.content { schedules.append(script.definition) }
        }
        return schedules
    }

    /// Asks a schedule what is to be done at a nominal time.
    ///
    /// - Parameters:
    ///   - id: The schedule.
    ///   - context: The records on the nominal day; its period is the span that the nominal time lies in.
    /// - Returns: What the host is to do, in this order.
    /// - Throws: What is wrong with the script.
    package func work(of id: String, _ context: RunContext) throws(Diagnostic) -> [ScheduledWork] {
        let definition = try definition(.schedule, named: id)
        guard case .schedule(let script) = definition.content else { throw wrongKind(definition, .schedule) }
        return try run(definition, context) { _ in
            let value = try script.run.call(.table(makeRun(context))).first ?? .nil
            return try requests(value, script, context)
        }
    }

    /// The `run` value: the nominal period and date, and a method for each thing that can be asked for.
    private func makeRun(_ context: RunContext) -> LuaTable {
        let table = state.makeTable([
            "period": .packed(periods.packed(context.period)), "date": .packed(PackedValue(context.today)),
        ])
        for kind in ScheduledWork.Kind.allCases {
            table[kind.rawValue] = .function(
                state.makeFunction("run:\(kind.rawValue)") { call in
                    let request = call.state.makeTable(["work": .text(kind.rawValue), "id": .text(try call.string(2))])
                    if !call.isNil(3) { request["options"] = .table(try call.table(3)) }
                    call.push(.table(request))
                })
        }
        return state.makeReadOnly(table, name: "run")
    }

    private func requests(
        _ value: LuaValue, _ script: ScheduleScript, _ context: RunContext
    ) throws(Diagnostic) -> [ScheduledWork] {
        if value.isNil { return [] }
        guard let table = value.table else { throw notRequests(script, value) }
        if !table["work"].isNil { return [try request(table, script, context)] }
        var all: [ScheduledWork] = []
        for entry in table.list {
            guard let table = entry.table else { throw notRequests(script, entry) }
            all.append(try request(table, script, context))
        }
        return all
    }

    private func request(
        _ table: LuaTable, _ script: ScheduleScript, _ context: RunContext
    ) throws(Diagnostic) -> ScheduledWork {
        let reader = TableReader(table: table, name: "run")
        guard let kind = try reader.optionalWord("work", as: ScheduledWork.Kind.self) else {
            throw notRequests(script, .table(table))
        }
        let options = try reader.optionalTable("options")
        try options?.allow(["period", "formats"])
        let period =
            (options?.table["period"].packed).flatMap(periods.period)
            ?? options?.table["period"].text.flatMap { Period($0) }
        return ScheduledWork(
            kind: kind, id: try reader.text("id"), period: period ?? context.period,
            formats: try options?.texts("formats") ?? [])
    }

    private func notRequests(_ script: ScheduleScript, _ value: LuaValue) -> Diagnostic {
        Diagnostic(
            "CB-R007", .script,
            Bilingual(
                vi:
                    "`run` của \"\(script.definition.id)\" phải trả về run:report(…), hoặc một danh sách như thế, không phải \(value.typeName)",
                en:
                    "`run` of \"\(script.definition.id)\" has to return run:report(…), or a list of such, not a \(value.typeName)"
            ),
            place: script.run.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
    }
}
