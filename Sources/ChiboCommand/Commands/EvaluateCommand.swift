import Chibo

/// `chibo evaluate`: judge.
extension Job {
    /// Judges by some sets; a record that could not be judged, or an answer that another order of the records changes,
    /// makes the answer "no", after everything was printed.
    func evaluate(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        let progress = Progress(console, Bilingual(vi: "chấm", en: "judging"))
        let results = try ids.map { try judge($0, host, progress) }
        progress.finish()
        let failed = results.flatMap(\.evaluation.verdicts).count { $0.hasFailed }
        let differ = results.contains { !($0.verification?.differences.isEmpty ?? true) }
        let code: ExitCode = failed > 0 || differ ? .negative : .success
        try deliver(spaced(results.map(lines)), together("evaluations", results.map(json), code))
        if !console.settings.json {
            results.flatMap(\.evaluation.diagnostics).forEach { console.say($0) }
            results.compactMap(\.verification?.diagnostic).forEach { console.say($0) }
        }
        if failed > 0 {
            console.note(
                Bilingual(
                    vi: "\(failed) bản ghi có quy tắc không chấm được",
                    en: "\(failed) records have a rule that could not be asked"))
        }
        return code
    }

    private func judge(_ id: String, _ host: ScriptHost, _ progress: Progress) throws -> Judged {
        if options.has(.verify) {
            let verification = try host.verify(
                id, period: options.period, asOf: options.asOf, parameters: options.parameters)
            return Judged(evaluation: verification.evaluation, verification: verification)
        }
        let evaluation = try host.evaluate(
            id, period: options.period, asOf: options.asOf, parameters: options.parameters
        ) { progress.update($0, of: $1, at: id) }
        return Judged(evaluation: evaluation, verification: nil)
    }

    private func lines(_ result: Judged) -> [Styled] {
        let text = ResultText(language: language)
        return text.lines(result.evaluation, showing: options.answers) + (result.verification.map(text.lines) ?? [])
    }

    private func json(_ result: Judged) -> JSON {
        let json = result.evaluation.json(showing: options.answers)
        guard let verification = result.verification, case .object(let members) = json else { return json }
        return .object(members + [JSON.Member(name: "verification", value: verification.json)])
    }

    /// An evaluation, and what a second one made of it.
    private struct Judged {
        let evaluation: Evaluation
        let verification: Verification?
    }
}

extension Verdict {
    /// Whether a rule could not be asked, also where another one has decided.
    fileprivate var hasFailed: Bool { answer == .error || rules.contains { $0.answer == .error } }
}
