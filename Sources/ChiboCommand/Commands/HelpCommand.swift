import ChiboModel

/// `chibo help` and `chibo version`.
extension Job {
    func showHelp() throws -> ExitCode {
        let printer = HelpPrinter(language: language)
        guard let topic = options.operands.first else { return try show(printer.overview()) }
        if let verb = Verb.named(topic) { return try show(printer.page(verb)) }
        if topic == "exit-codes" { return try show(printer.exitCodes()) }
        if let page = CodePage.named(topic) { return try show(printer.page(page)) }
        throw Failures.unknownTopic(topic)
    }

    func show(_ lines: [Styled]) throws -> ExitCode {
        for line in lines { try console.print(line) }
        return .success
    }

    func showVersion() throws -> ExitCode {
        if console.settings.json {
            try console.print(.object(["chibo": .string(ChiboVersion.number), "exit": 0]))
        } else {
            try console.print(Styled("chibo " + ChiboVersion.number))
        }
        return .success
    }
}

/// The version of the program.
package enum ChiboVersion {
    /// As in the change log.
    package static let number = "0.1.0"
}
