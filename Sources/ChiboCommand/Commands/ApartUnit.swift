import Chibo
import ChiboSandbox

/// The unit of a command whose scripts run in another process: this one reads none of them.
struct ApartUnit {
    /// The unit's folder.
    let folder: String
    /// The records; this process alone writes them.
    let store: SQLiteStore
    private let file: String

    init(folder: String, file: String) throws {
        (self.folder, self.file) = (folder, file)
        do throws(StoreError) {
            store = try SQLiteStore(path: file)
            // Having read once it has made the files beside the store, which the child may only open.
            _ = try store.currentVersion()
        } catch { throw error.diagnostic }
    }

    /// Writes down what a run left.
    func keep(_ receipts: [RunReceipt]) throws {
        for receipt in receipts {
            do throws(StoreError) { _ = try store.append(receipt) } catch { throw error.diagnostic }
        }
    }

    /// What stays open to the other process.
    fileprivate func folders(writing output: String?) -> SandboxFolders {
        let zones = ScriptHost.Options().zoneFolder
        return SandboxFolders(
            readable: [folder, zones] + ["", "-wal", "-shm"].map { file + $0 }, writable: output.map { [$0] } ?? [])
    }

    /// The room of a process with so many states of so many bytes each.
    fileprivate func addressSpace(states: Int, memory: Int) -> UInt64 {
        // Beside the scripts' memory: the program and the records, which take a few times their room on the disk; and for
        // each thread its stack and what the C library sets aside for it.
        let others = 2 << 30 + 16 * FileAccess.size(file) + states * (160 << 20)
        return UInt64(states * memory + others)
    }
}

extension Job {
    /// The unit and its store, with no script of it read.
    func openApart() throws -> ApartUnit {
        let folder = try unitFolder()
        return try ApartUnit(folder: folder, file: options.store.map(path) ?? folder + "/chibo.sqlite")
    }

    /// Runs a task in a process of its own.
    ///
    /// - Parameters:
    ///   - task: What to do.
    ///   - launch: How the process is started.
    ///   - unit: The unit.
    ///   - time: How long its scripts may take together, before they are ended.
    ///   - output: A folder that may be written to; made where it is not there.
    ///   - relay: Takes what the process says.
    /// - Returns: How it ended.
    /// - Throws: What kept the folder from being made, or what the relay could not take.
    func start(
        _ task: SandboxTask, _ launch: SandboxLaunch, in unit: ApartUnit, time: Duration, output: String? = nil,
        _ relay: ScriptRelay
    ) throws -> SandboxOutcome {
        var program = launch.program
        if let output {
            try ScriptHost.makeFolder(output)
            // The writer of workbooks needs temporary files, and may have them nowhere else.
            program.environment.append("TMPDIR=" + output)
        }
        let terminal = console.terminal
        let command = SandboxedCommand(
            task: task, arguments: launch.arguments, environment: environment,
            outputIsTerminal: terminal.isTerminal(.output), messagesAreTerminal: terminal.isTerminal(.messages),
            columns: terminal.columns)
        // Beside those that judge: the one that loads, and the one more that `--verify` takes.
        let judging = options.verb?.judges ?? false ? options.cores ?? ScriptHost.machineCores : 0
        let states = judging + 2
        let memory = options.memory ?? ScriptHost.Options().memory
        let limits = SandboxLimits(
            script: time, addressSpace: unit.addressSpace(states: states, memory: memory), threads: states)
        return try program.run(command.bytes, limits: limits, folders: unit.folders(writing: output), relay.take)
    }

    /// The exit code that a process ended with; what it ended of where that was none.
    func exitCode(of outcome: SandboxOutcome, _ relay: ScriptRelay, in unit: ApartUnit) throws -> ExitCode {
        if case .finished(let number) = outcome, let code = ExitCode(rawValue: number) { return code }
        var diagnostic = Failures.sandbox(outcome, options.deadline ?? .seconds(5))
        diagnostic.showPlace(on: relay.board, unit: unit.folder)
        throw diagnostic
    }
}
