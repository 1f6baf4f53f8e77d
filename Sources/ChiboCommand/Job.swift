import ChiboModel

/// One run of a verb: what was asked, and what to speak through.
package struct Job {
    let options: Options
    let console: Console
    let environment: [String: String]
    /// How a script is run apart from this process; nil: in it.
    var launch: SandboxLaunch?
    /// Called when the scripts have done their part and only the host's is left.
    var scriptsEnded: () -> Void = {}

    var language: Language { console.language }

    /// Does what was asked.
    func run() throws -> ExitCode {
        if options.has(.version) { return try showVersion() }
        guard let verb = options.verb else { return try showOverview() }
        if options.has(.help) { return try show(HelpPrinter(language: language).page(verb)) }
        try checkDirectory()
        switch verb.name {
        case .help: return try showHelp()
        case .version: return try showVersion()
        case .`init`: return try initialize()
        case .`import`: return try options.has(.undo) ? undoImport() : importRoster()
        case .export: return try exportRecords()
        case .member: return try handleRecord(.member, options.operands[...])
        case .branch: return try handleRecord(.unit, options.operands[...])
        case .record: return try handleAnyRecord()
        case .data: return try checkData()
        case .evaluate, .allocate, .plan, .report, .run: return try runScripts()
        case .test: return try test()
        case .check: return try check()
        case .rules: return try listRules()
        case .repl: return try startRepl()
        case .schedule: return try schedule()
        case .doctor: return try examine()
        case .audit: return try audit()
        case .forget: return try forget()
        case .backup: return try backUp()
        case .restore: return try restore()
        case .demoData: return try makeDemoData()
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
