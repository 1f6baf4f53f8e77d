import Chibo

/// `chibo evaluate`, `chibo allocate`, `chibo plan`: judge, share out, measure.
extension Job {
    func evaluate() throws -> ExitCode {
        let host = try openHost()
        return try evaluate(definitions(.criteria, host), host)
    }

    /// Judges by some sets; a record that could not be judged makes the answer "no", after everything was printed.
    func evaluate(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        let progress = Progress(console, Bilingual(vi: "chấm", en: "judging"))
        var results: [Evaluation] = []
        for id in ids {
            results.append(
                try host.evaluate(id, period: options.period, asOf: options.asOf, parameters: options.parameters) {
                    progress.update($0, of: $1, at: id)
                })
        }
        progress.finish()
        let failed = results.reduce(0) { $0 + $1.count(.error) }
        let code: ExitCode = failed > 0 ? .negative : .success
        let text = ResultText(language: language)
        try deliver(
            spaced(results.map { text.lines($0, showing: options.answers) }),
            together("evaluations", results.map { $0.json(showing: options.answers) }, code))
        if !console.settings.json { results.flatMap(\.diagnostics).forEach { console.say($0) } }
        if failed > 0 {
            console.note(
                Bilingual(vi: "\(failed) bản ghi không chấm được", en: "\(failed) records could not be judged"))
        }
        return code
    }

    func allocate() throws -> ExitCode {
        let host = try openHost()
        return try allocate(definitions(.quota, host), host)
    }

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

    func plan() throws -> ExitCode {
        let host = try openHost()
        return try plan(definitions(.plan, host), host)
    }

    func plan(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        var results: [PlanResult] = []
        for id in ids {
            results.append(
                try host.plan(id, period: options.period, asOf: options.asOf, parameters: options.parameters))
        }
        let failed = results.flatMap(\.targets).contains { $0.answer == .error }
        let code: ExitCode = failed ? .negative : .success
        let text = ResultText(language: language)
        try deliver(spaced(results.map { text.lines($0) }), together("plans", results.map(\.json), code))
        if !console.settings.json { results.flatMap(\.diagnostics).forEach { console.say($0) } }
        return code
    }

    private func spaced(_ parts: [[Styled]]) -> [Styled] { Array(parts.joined(separator: [""])) }

    /// One result as it is; several, as when none was named, in a list of a name.
    private func together(_ name: String, _ results: [JSON], _ code: ExitCode) -> JSON {
        let exit = JSON.Member(name: "exit", value: .int(Int64(code.rawValue)))
        if !options.operands.isEmpty, let only = results.first, case .object(let members) = only {
            return .object(members + [exit])
        }
        return .object([JSON.Member(name: name, value: .array(results)), exit])
    }
}
