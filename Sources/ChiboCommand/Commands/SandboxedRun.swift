import Chibo
import ChiboSandbox
import Glibc

/// Scripts behind the locks: the process that the command starts for them.
enum SandboxedRun {
    /// The word that starts the program so; no verb, and in no help.
    static let word = "--sandboxed-run"

    /// Closes the locks, runs the command line of the request and ends the process.
    static func main() -> Int32 {
        do {
            let child = try SandboxChild()
            let command = try SandboxedCommand(child.payload)
            child.end(command.run(child).rawValue)
        } catch {
            // Somebody typed the word; or the locks do not close, which the host was told.
            let text = Array("chibo: \(error)\n".utf8)
            unsafe _ = write(STDERR_FILENO, text, text.count)
            return ExitCode.usage.rawValue
        }
    }
}

/// A command line on its way to another process, with what it has to know of the person's terminal.
struct SandboxedCommand: Equatable {
    let task: SandboxTask
    let arguments: [String]
    let environment: [String: String]
    let outputIsTerminal: Bool
    let messagesAreTerminal: Bool
    let columns: Int

    init(
        task: SandboxTask, arguments: [String], environment: [String: String], outputIsTerminal: Bool,
        messagesAreTerminal: Bool, columns: Int
    ) {
        (self.task, self.arguments, self.environment) = (task, arguments, environment)
        (self.outputIsTerminal, self.messagesAreTerminal) = (outputIsTerminal, messagesAreTerminal)
        self.columns = columns
    }

    init(_ bytes: [UInt8]) throws(GarbledBytes) {
        var reader = ByteReader(bytes)
        task = try SandboxTask(&reader)
        arguments = try reader.texts()
        let (names, values) = (try reader.texts(), try reader.texts())
        environment = Dictionary(zip(names, values)) { $1 }
        (outputIsTerminal, messagesAreTerminal) = (try reader.number() == 1, try reader.number() == 1)
        columns = Int(try reader.number())
        try reader.finish()
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        task.put(to: &writer)
        writer.put(arguments)
        writer.put(Array(environment.keys))
        writer.put(Array(environment.values))
        for number in [outputIsTerminal ? 1 : 0, messagesAreTerminal ? 1 : 0, columns] { writer.put(Int64(number)) }
        return writer.bytes
    }

    /// Does the task, with the store opened for reading alone.
    func run(_ child: SandboxChild) -> ExitCode {
        let terminal = ChildTerminal(child, self)
        let console = Console(terminal)
        do {
            let options = Options(try RawArguments(arguments), environment: environment)
            console.settings = options.settings(on: terminal)
            var job = Job(options: options, console: console, environment: environment)
            job.scriptsEnded = { child.run(.host) }
            let code = try job.run(task, child)
            try console.flush()
            return code
        } catch is OutputClosed {
            return .success
        } catch {
            return Command(terminal: terminal, environment: environment).report(error, on: console)
        }
    }
}

extension Job {
    fileprivate func run(_ task: SandboxTask, _ child: SandboxChild) throws -> ExitCode {
        switch task {
        case .command: return try runScripts(sandboxedHost(child))
        case .schedules:
            let host = try sandboxedHost(child)
            child.say(.note, SandboxNote.schedules(try host.scheduleDefinitions(), zone: host.zone).bytes)
        case .scheduled(let schedule, let nominal, let folder):
            let run = ScheduledRun(schedule: schedule, nominal: nominal, state: .running)
            do throws(Diagnostic) {
                _ = try sandboxedHost(child).perform(run, folder: folder, formats: Job.scheduledFormats)
            } catch {
                child.say(.note, SandboxNote.failure(error.scheduleReason).bytes)
                throw error
            }
        }
        return .success
    }

    /// The unit, over a store that cannot be written to.
    private func sandboxedHost(_ child: SandboxChild) throws(Diagnostic) -> ScriptHost {
        let folder = try unitFolder()
        let file = options.store.map(path) ?? folder + "/chibo.sqlite"
        let records: SQLiteStore
        do throws(StoreError) {
            records = try SQLiteStore(path: file, options: SQLiteStore.Options(readOnly: true))
        } catch { throw error.diagnostic }
        var options = hostOptions
        unsafe options.keepSamples(in: child.board)
        return try ScriptHost(unit: folder, store: SandboxedStore(records, child), options: options)
    }
}

/// The terminal of a process that has none: all goes to the host.
final class ChildTerminal: Terminal {
    private let child: SandboxChild
    private let command: SandboxedCommand
    let inputIsTerminal = false

    init(_ child: SandboxChild, _ command: SandboxedCommand) { (self.child, self.command) = (child, command) }

    var columns: Int { command.columns }

    var now: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    func isTerminal(_ stream: OutputStream) -> Bool {
        stream == .output ? command.outputIsTerminal : command.messagesAreTerminal
    }

    func write(_ text: String, to stream: OutputStream) -> WriteResult {
        child.say(stream == .output ? .output : .message, Array(text.utf8))
        return .written
    }

    func readLine() -> String? { nil }
    func enterRawMode() -> Bool { false }
    func leaveRawMode() {}
    func readKeys(timeoutMilliseconds: Int?) -> [UInt8]? { nil }
}
