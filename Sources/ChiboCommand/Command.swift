import ChiboModel
package import ChiboSandbox

/// The program `chibo` as a function: arguments, environment and terminal in, exit code out.
package struct Command {
    let terminal: any Terminal
    let environment: [String: String]
    /// The program that scripts run in, apart from this process; nil: they run here, as in tests.
    let sandbox: SandboxedProgram?

    /// A command in an environment, on a terminal.
    package init(terminal: any Terminal, environment: [String: String], sandbox: SandboxedProgram? = nil) {
        (self.terminal, self.environment, self.sandbox) = (terminal, environment, sandbox)
    }

    /// Runs a command line (without the program's name) and says how it ended.
    ///
    /// Whatever goes wrong is said on the messages' stream; nothing is thrown and the process goes on.
    package func run(_ arguments: [String]) -> ExitCode {
        // Before the flags are understood, the ones that decide how to speak are looked for by hand.
        let console = Console(terminal, earlySettings(arguments))
        do {
            let raw = try RawArguments(arguments)
            let options = Options(raw, environment: environment)
            console.settings = options.settings(on: terminal)
            let launch = sandbox.map { SandboxLaunch(program: $0, arguments: arguments) }
            let job = Job(options: options, console: console, environment: environment, launch: launch)
            let code = try job.run()
            try console.flush()
            return code
        } catch is OutputClosed {
            return .success
        } catch {
            return report(error, on: console)
        }
    }

    func report(_ error: any Error, on console: Console) -> ExitCode {
        let diagnostic = (error as? Diagnostic) ?? Failures.unexpected(error)
        console.say(diagnostic)
        return ExitCode(diagnostic)
    }

    /// How to speak about a command line that may be wrong.
    private func earlySettings(_ arguments: [String]) -> Console.Settings {
        var settings = Console.Settings()
        let typed = arguments.prefix { $0 != "--" }
        settings.json = typed.contains("--json")
        let named = typed.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
        let next = typed.firstIndex(of: "--lang").flatMap { typed.dropFirst($0 + 1).first }
        settings.language = (named ?? next).flatMap(Language.init) ?? Options.language(of: environment)
        return settings
    }
}
