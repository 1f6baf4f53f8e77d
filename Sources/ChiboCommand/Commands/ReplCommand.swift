import Chibo

/// `chibo repl`
extension Job {
    func startRepl() throws -> ExitCode {
        let host = try openHost()
        let session = try host.makeSession(period: options.period, asOf: options.asOf)
        let evaluator = SessionEvaluator(session: session, isTyped: console.terminal.inputIsTerminal)
        let history = HistoryFile(unit: host.unit.id, environment: environment)
        let greeting = Bilingual(
            vi: "\(host.unitName) · :help trợ giúp · :exit thoát", en: "\(host.unitName) · :help · :exit")
        return try Repl(console, evaluator, historyFile: history).run(greeting: greeting)
    }
}

/// A session of the host behind the prompt.
private struct SessionEvaluator: ReplEvaluator {
    let session: ReplSession
    /// Where nobody types, Ctrl-C ends the program as usual.
    let isTyped: Bool

    func isIncomplete(_ text: String) -> Bool { ScopeChecker.isIncomplete(text) }

    func evaluate(_ text: String) -> ReplOutcome {
        switch outcome(of: text) {
        case .incomplete: .incomplete
        case .output(let output): .output(output)
        case .failure(let diagnostic): .error(diagnostic)
        }
    }

    private func outcome(of text: String) -> ReplSession.Outcome {
        guard isTyped else { return session.evaluate(text) }
        return Interruption.calling(session.stop, during: { session.evaluate(text) })
    }

    func completions(for text: String) -> (word: String, candidates: [String]) {
        let word = String(text.reversed().prefix { Self.belongs($0) }.reversed())
        return (word, word.isEmpty ? [] : session.completions(of: word))
    }

    private static func belongs(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || "_.:[]".contains(character)
    }
}
