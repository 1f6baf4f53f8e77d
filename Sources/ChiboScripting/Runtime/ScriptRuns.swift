import ChiboLua
import ChiboModel

extension ScriptRuntime {
    /// Runs a definition's functions: fills its globals, gives it one deadline, and empties them again.
    func run<Result>(
        _ definition: Definition, _ context: RunContext, visibility: Visibility = Visibility(),
        _ body: (LuaGeneration) throws -> Result
    ) throws(Diagnostic) -> Result {
        // A definition that another one asks sees the other's records.
        if let kind = definition.needs.first(where: { !context.snapshot[$0].isLoaded }) {
            throw GlobalNames.notDeclared(Schema[kind])
        }
        let parameters = try self.parameters(definition, context)
        for environment in [definition.environment, library] { environment.beginRun() }
        running.append(context)
        defer {
            running.removeLast()
            for environment in [definition.environment, library] { environment.endRun() }
            dropIdleMounts()
        }
        let generation = try fill(definition.environment, context, visibility, parameters: parameters)
        do {
            return try state.withRun { () throws(any Error) in
                state.noteBeginning(of: definition.path)
                return try body(generation)
            }
        } catch { throw diagnostic(for: error) }
    }

    /// Shows a script, and the modules that it requires, what exists while a run of it goes on.
    @discardableResult
    func fill(
        _ environment: ScriptEnvironment, _ context: RunContext, _ visibility: Visibility,
        parameters: [String: LuaValue]
    ) throws(Diagnostic) -> LuaGeneration {
        let generation = try mount(context.snapshot, visibility: visibility)
        let values: [(String, LuaValue)] =
            roots(of: context.snapshot, generation) + [
                ("as_of", .packed(PackedValue(context.asOf))), ("period", .packed(periods.packed(context.period))),
                ("params", .table(makeParameters(parameters))), ("rules", .table(try rules(on: context.asOf))),
                ("plans", .table(makePlans(context))), ("at", .function(makeAt(context, visibility))),
            ]
        for (name, value) in values {
            environment.show(name, value)
            library.show(name, value)
        }
        return generation
    }

    /// The root collections: what is on the roll.
    func roots(of snapshot: Snapshot, _ generation: LuaGeneration) -> [(String, LuaValue)] {
        var roots: [(String, LuaValue)] = snapshot.tables.filter(\.isLoaded).map { table in
            let rows = table.roll.array
            return (
                table.kind.plural, .rows(state.makeRows(kind: LuaKind(table.kind), generation: generation, rows: rows))
            )
        }
        let branches = SubjectKind.branch.rows(in: snapshot)
        roots.append(("branches", .rows(state.makeRows(kind: LuaKind(.unit), generation: generation, rows: branches))))
        return roots
    }

    /// `at(date "2022-12-31")`: the same roots on another day.
    private func makeAt(_ context: RunContext, _ visibility: Visibility) -> LuaFunction {
        state.makeFunction("at") { [unowned self] call in
            guard let date = try call.packed(1).date else { throw call.badArgument(1, "date expected") }
            let snapshot = try context.snapshotAt(date)
            let generation = try self.mount(snapshot, visibility: visibility)
            let table = self.state.makeTable()
            for (name, rows) in self.roots(of: snapshot, generation) { table[name] = rows }
            call.push(.table(self.state.makeReadOnly(table, name: "at(\(date.vietnamese))")))
        }
    }

    /// `plans:find "id"`: how another plan of the unit stands in this run.
    private func makePlans(_ context: RunContext) -> LuaTable {
        let find = state.makeFunction("find") { [unowned self] call in
            call.push(try self.runNested("plan", try call.string(2), nil))
        }
        return state.makeReadOnly(state.makeTable(["find": .function(find)]), name: "plans")
    }

    /// The parameters: the definition's defaults, and what was given for this run in the default's type.
    private func parameters(_ definition: Definition, _ context: RunContext) throws(Diagnostic) -> [String: LuaValue] {
        var parameters = definition.parameters
        for (name, text) in context.parameters {
            guard let standard = definition.parameters[name] else { throw unknownParameter(name, of: definition) }
            parameters[name] = try parameter(name, text, like: standard)
        }
        return parameters
    }

    private func makeParameters(_ parameters: [String: LuaValue]) -> LuaTable {
        let table = state.makeTable()
        for (name, value) in parameters { table[name] = value }
        let names = parameters.keys.sorted()
        let unknown = state.makeFunction("params") { call in
            let name = call.value(2).text ?? "?"
            let nearest = NearestName.suggestions(for: name, among: names).first ?? names.joined(separator: ", ")
            throw LuaScriptError(
                vi: "không có tham số `\(name)`; có phải `\(nearest)`?",
                en: "there is no parameter `\(name)`; did you mean `\(nearest)`?")
        }
        return state.makeReadOnly(table, name: "params", unknown: unknown)
    }

    private func unknownParameter(_ name: String, of definition: Definition) -> Diagnostic {
        let names = definition.parameters.keys.sorted()
        let nearest = NearestName.suggestions(for: name, among: names).first
        return Diagnostic(
            "CB-U010", .usage,
            Bilingual(
                vi: "\"\(definition.id)\" không có tham số `\(name)`",
                en: "\"\(definition.id)\" has no parameter `\(name)`"),
            suggestion: nearest.map { Bilingual(vi: "có phải `\($0)`?", en: "did you mean `\($0)`?") }
                ?? Bilingual(
                    vi: names.isEmpty
                        ? "định nghĩa này không có tham số nào" : "các tham số: \(names.joined(separator: ", "))",
                    en: names.isEmpty ? "it has no parameters" : "its parameters: \(names.joined(separator: ", "))"),
            arguments: ["name": name])
    }

    private func parameter(_ name: String, _ text: String, like standard: LuaValue) throws(Diagnostic) -> LuaValue {
        let wanted: Bilingual
        switch standard {
        case .integer:
            if let number = Int64(text) { return .integer(number) }
            wanted = Bilingual(vi: "cần một số nguyên", en: "a whole number is needed")
        case .number:
            if let number = Double(text) { return .number(number) }
            wanted = Bilingual(vi: "cần một số, phần lẻ sau dấu chấm", en: "a number is needed")
        case .boolean:
            if text == "true" || text == "false" { return .boolean(text == "true") }
            wanted = Bilingual(vi: "cần true hoặc false", en: "true or false is needed")
        default: return .text(text)
        }
        throw Diagnostic(
            "CB-U011", .usage,
            Bilingual(
                vi: "tham số `\(name)` không nhận \"\(text)\"", en: "the parameter `\(name)` does not take \"\(text)\""),
            suggestion: wanted)
    }

    /// The period that a script names: a period, a year, or a text such as `"2023-Q1"`; nil where it names none.
    func period(_ value: LuaValue) throws(LuaScriptError) -> Period? {
        if value.isNil { return nil }
        if let period = value.packed.flatMap(periods.period) { return period }
        if let text = value.text ?? value.integer.map(String.init), let period = Period(text) { return period }
        throw LuaScriptError(
            vi: "cần period = 2023, \"2023-Q1\" hoặc \"2023-04\"",
            en: "period = 2023, \"2023-Q1\" or \"2023-04\" is needed")
    }

    /// The parameters that a script names for another run, as text.
    func parameterTexts(_ value: LuaValue) throws -> [String: String] {
        var texts: [String: String] = [:]
        for (key, value) in value.table?.pairs ?? [] {
            if let name = key.text { texts[name] = try text(of: value) }
        }
        return texts
    }

    /// The parameters of a run as text, for its receipt.
    func parameterTexts(_ definition: Definition, _ context: RunContext) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, value) in definition.parameters {
            texts[name] = context.parameters[name] ?? (try? text(of: value)) ?? ""
        }
        return texts
    }

    /// What a run of a definition follows from.
    func receipt(_ definition: Definition, _ context: RunContext) -> Receipt {
        Receipt(
            definition: definition.id, scriptHash: definition.hash, version: context.snapshot.version,
            asOf: context.asOf,
            period: context.period, parameters: parameterTexts(definition, context))
    }
}
