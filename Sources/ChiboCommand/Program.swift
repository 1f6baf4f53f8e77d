import ChiboSandbox
import Glibc

/// The program as the operating system starts it.
package enum Program {
    /// Runs the command line of this process and gives its exit code.
    package static func run() -> Int32 {
        if CommandLine.arguments.dropFirst().first == SandboxedRun.word { return SandboxedRun.main() }
        let sandbox = SandboxedProgram(arguments: [SandboxedRun.word])
        let command = Command(terminal: SystemTerminal(), environment: environment(), sandbox: sandbox)
        return command.run(Array(CommandLine.arguments.dropFirst())).rawValue
    }

    /// The variables that the command looks at; no other is read.
    private static let variables = [
        "CHIBO_LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "NO_COLOR", "TERM", "CHIBO_UNIT", "CHIBO_STORE",
        "XDG_STATE_HOME", "HOME",
    ]

    private static func environment() -> [String: String] {
        variables.reduce(into: [:]) { result, name in
            unsafe getenv(name).map { unsafe result[name] = String(cString: $0) }
        }
    }
}
