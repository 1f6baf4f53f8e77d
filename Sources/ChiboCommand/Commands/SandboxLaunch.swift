import Chibo
import ChiboSandbox

/// How the command starts itself again for scripts.
package struct SandboxLaunch: Sendable {
    let program: SandboxedProgram
    /// The command line, as it was typed.
    var arguments: [String]
}

/// The verbs that run scripts, seen from the process that a person started.
extension Job {
    /// Runs the scripts in a process of their own, relays what they say, and writes down what they leave behind.
    func runApart(_ launch: SandboxLaunch) throws -> ExitCode {
        let unit = try openApart()
        let keepsOutput = reportFolder == nil && writesFile
        var launch = launch
        if keepsOutput {
            // The last flag of a name counts; after `--` there are no flags.
            let end = launch.arguments.firstIndex(of: "--") ?? launch.arguments.endIndex
            launch.arguments.insert(contentsOf: ["--out", "-"], at: end)
        }
        let relay = ScriptRelay(console, keepsOutput: keepsOutput)
        let outcome = try start(.command, launch, in: unit, time: scriptTime(unit), output: reportFolder, relay)
        try console.flush()
        let code = try exitCode(of: outcome, relay, in: unit)
        try unit.keep(relay.receipts)
        if keepsOutput { try deliver(String(decoding: relay.kept, as: UTF8.self)) }
        return code
    }

    private var writesFile: Bool { options.output.map { $0 != "-" } ?? false }

    /// Reports go to files in a folder of `--out`, which the child writes; all else is one file, which the host writes.
    private var reportFolder: String? { writesFile && runsReports ? options.output.map(path) : nil }

    private func scriptTime(_ unit: ApartUnit) -> Duration {
        let deadline = options.deadline ?? ScriptHost.Options().deadline ?? .seconds(5)
        // The scripts' own deadline comes first and knows the line. A report written to files is made in one go, so its
        // writing counts as the script's.
        let grace: Duration = reportFolder == nil ? .milliseconds(250) : .seconds(60)
        return (deadline + grace) * definitionCount(in: unit.folder)
    }
}
