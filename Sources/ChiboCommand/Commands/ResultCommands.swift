import Chibo

/// `chibo allocate`, `chibo plan`: share out, measure.
extension Job {
    func allocate(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        var results: [Allocation] = []
        for id in ids {
            results.append(
                try host.allocate(
                    id, period: options.period, asOf: options.asOf, parameters: options.parameters))
        }
        let text = ResultText(language: language)
        try deliver(spaced(results.map { text.lines($0) }), together("allocations", results.map(\.json), .success))
        return .success
    }

    func plan(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        var results: [PlanResult] = []
        for id in ids {
            results.append(
                try host.plan(id, period: options.period, asOf: options.asOf, parameters: options.parameters))
        }
        let failed = results.contains { !$0.diagnostics.isEmpty }
        let code: ExitCode = failed ? .negative : .success
        let text = ResultText(language: language)
        try deliver(spaced(results.map { text.lines($0) }), together("plans", results.map(\.json), code))
        if !console.settings.json { results.flatMap(\.diagnostics).forEach { console.say($0) } }
        return code
    }

    func spaced(_ parts: [[Styled]]) -> [Styled] { Array(parts.joined(separator: [""])) }

    /// One result as it is; several, as when none was named, in a list of a name.
    func together(_ name: String, _ results: [JSON], _ code: ExitCode) -> JSON {
        let exit = JSON.Member(name: "exit", value: .int(Int64(code.rawValue)))
        if !options.operands.isEmpty, let only = results.first, case .object(let members) = only {
            return .object(members + [exit])
        }
        return .object([JSON.Member(name: name, value: .array(results)), exit])
    }
}
