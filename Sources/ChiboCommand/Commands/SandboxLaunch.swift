import Chibo
import ChiboSandbox

/// How the command starts itself again for a script.
package struct SandboxLaunch: Sendable {
    let program: SandboxedProgram
    /// The command line, as it was typed.
    let arguments: [String]
}

/// `chibo run`, seen from the process that a person started.
extension Job {
    /// Runs the script in a process of its own, relays what it says, and writes down what it leaves behind.
    func runApart(_ launch: SandboxLaunch) throws -> ExitCode {
        let folder = try unitFolder()
        let file = options.store.map(path) ?? folder + "/chibo.sqlite"
        let store: SQLiteStore
        do throws(StoreError) {
            store = try SQLiteStore(path: file)
            // Having read once it has made the files beside the store, which the child may only open.
            _ = try store.currentVersion()
        } catch { throw error.diagnostic }
        let script = scriptPath(options.operands[0], in: folder)
        let relay = ScriptRelay(console, keepsOutput: keepsOutput(script))
        var folders = SandboxFolders(readable: [folder] + zoneFolders + ["", "-wal", "-shm"].map { file + $0 })
        var program = launch.program
        if let output = reportFolder(script) {
            try ScriptHost.makeFolder(output)
            folders.writable = [output]
            // The writer of workbooks needs temporary files, and may have them nowhere else.
            program.environment.append("TMPDIR=" + output)
        }
        let outcome = try program.run(
            request(launch), limits: limits(script, file), folders: folders, relay.take)
        try console.flush()
        let code = try exitCode(of: outcome, script)
        try relay.receipts.forEach { receipt in
            do throws(StoreError) { _ = try store.append(receipt) } catch { throw error.diagnostic }
        }
        if keepsOutput(script) { try deliver(String(decoding: relay.kept, as: UTF8.self)) }
        return code
    }

    private var zoneFolders: [String] { [ScriptHost.Options().zoneFolder] }

    /// Reports go to files in a folder of `--out`, which the child writes; all else is one file, which the host writes.
    private func reportFolder(_ script: String) -> String? {
        guard let output = options.output, output != "-", script.hasPrefix("reports/") else { return nil }
        return path(output)
    }

    private func keepsOutput(_ script: String) -> Bool {
        options.output.map { $0 != "-" } ?? false && !script.hasPrefix("reports/")
    }

    private func request(_ launch: SandboxLaunch) -> [UInt8] {
        var typed = launch.arguments
        if keepsOutput(scriptPath(options.operands[0], in: (try? unitFolder()) ?? "")) {
            // The last flag of a name counts; after `--` there are no flags.
            typed.insert(contentsOf: ["--out", "-"], at: typed.firstIndex(of: "--") ?? typed.endIndex)
        }
        let terminal = console.terminal
        return SandboxedCommand(
            arguments: typed, environment: environment, outputIsTerminal: terminal.isTerminal(.output),
            messagesAreTerminal: terminal.isTerminal(.messages), columns: terminal.columns
        ).bytes
    }

    private func limits(_ script: String, _ store: String) -> SandboxLimits {
        let deadline = options.deadline ?? ScriptHost.Options().deadline ?? .seconds(5)
        // The scripts' own deadline comes first and knows the line. A report written to files is made in one go, so its
        // writing counts as the script's.
        let grace: Duration = reportFolder(script) == nil ? .milliseconds(250) : .seconds(60)
        let memory = options.memory ?? ScriptHost.Options().memory
        // Beside the script's memory: the program and the records, which take a few times their room on the disk.
        let others = 2 << 30 + 16 * FileAccess.size(store)
        return SandboxLimits(script: deadline + grace, addressSpace: UInt64(memory + others))
    }

    private func exitCode(of outcome: SandboxOutcome, _ script: String) throws -> ExitCode {
        if case .finished(let number) = outcome, let code = ExitCode(rawValue: number) { return code }
        throw Failures.sandbox(outcome, script, options.deadline ?? .seconds(5))
    }
}
