import ChiboModel

/// One run of a verb: what was asked, and what to speak through.
package struct Job {
    let options: Options
    let console: Console
    let environment: [String: String]

    var language: Language { console.language }

    /// Does what was asked.
    func run() throws -> ExitCode {
        if options.has(.version) { return try showVersion() }
        guard let verb = options.verb else { return try showOverview() }
        if options.has(.help) { return try show(HelpPrinter(language: language).page(verb)) }
        switch verb.name {
        case .help: return try showHelp()
        case .version: return try showVersion()
        default: return .success
        }
    }

    private func showOverview() throws -> ExitCode {
        let lines = HelpPrinter(language: language).overview()
        if options.has(.help) { return try show(lines) }
        // Without a verb there is nothing to do: help is a message then, and not the result.
        lines.forEach { console.say($0) }
        return .usage
    }
}
