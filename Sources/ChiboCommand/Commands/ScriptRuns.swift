import Chibo

/// The verbs that run scripts over the unit's records.
extension Job {
    /// Runs the scripts in a process of their own where there is a program for it, else in this one.
    func runScripts() throws -> ExitCode {
        guard let launch, options.verb?.runsApart ?? false else { return try runScripts(openHost()) }
        return try runApart(launch)
    }

    /// Does what the verb is for, in this process.
    func runScripts(_ host: ScriptHost) throws -> ExitCode {
        switch options.verb?.name {
        case .evaluate: return try evaluate(definitions(.criteria, host), host)
        case .allocate: return try allocate(definitions(.quota, host), host)
        case .plan: return try plan(definitions(.plan, host), host)
        case .report: return try report(definitions(.report, host), host)
        default: return try runScript(host)
        }
    }

    /// Whether the scripts are reports.
    var runsReports: Bool {
        if options.verb?.name == .report { return true }
        guard options.verb?.name == .run, let typed = options.operands.first else { return false }
        return scriptPath(typed, in: (try? unitFolder()) ?? "").hasPrefix("reports/")
    }

    /// How many definitions the command may run, each with a deadline of its own.
    func definitionCount(in unit: String) -> Int {
        guard options.operands.isEmpty else { return 1 }
        let kinds: [Verb.Name: Definition.Kind] = [
            .evaluate: .criteria, .allocate: .quota, .plan: .plan, .report: .report,
        ]
        let folder = options.verb.flatMap { kinds[$0.name]?.folder } ?? ""
        return max(1, FileAccess.names(in: unit + "/" + folder).count { $0.hasSuffix(".lua") })
    }
}

extension Verb {
    /// Whether it may judge by several states side by side.
    var judges: Bool { [.evaluate, .run, .schedule].contains(name) }
}
