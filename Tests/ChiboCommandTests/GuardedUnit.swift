import ChiboCommand
import ChiboSandbox
import ChiboTestSupport
import Testing

/// A unit of one branch, whose scripts are run in processes of their own.
struct GuardedUnit {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        #expect(chibo("init", "-C", folder.path).code == .success)
        try folder.write(
            """
            local import = require "import"
            return import.define { id = "don-vi", into = "unit", sheet = 1,
              columns = { { "Tên chi bộ", "name" }, { "Cấp", "kind" }, { "Loại", "type" } } }
            """, to: "imports/don-vi.lua")
        try folder.write("Tên chi bộ,Cấp,Loại\nChi bộ Một,branch,student\n", to: "don-vi.csv")
        #expect(chibo("import", "don-vi", "don-vi.csv", "-C", folder.path).code == .success)
    }

    /// A script whose check does something on its third line.
    func write(_ body: String) throws {
        try folder.write(
            """
            local criteria = require "criteria"
            return criteria.define { id = "attack", title = "x", subject = "branch", every = "year", rules = { criteria.rule {
              id = "r", title = "r", check = function(branch) \(body) return true end } }, result = criteria.all() }
            """, to: "criteria/attack.lua")
    }

    func run(_ arguments: [String], file: String = "criteria/attack.lua") throws -> Outcome {
        try command(["run", file, "--period", "2023"] + arguments)
    }

    /// A command whose scripts run in a process of their own: the built command's, or another program's.
    func command(_ arguments: [String], program: SandboxedProgram? = nil) throws -> Outcome {
        let terminal = StringTerminal()
        let built = SandboxedProgram(path: try #require(BuiltCommand.path), arguments: ["--sandboxed-run"])
        let command = Command(terminal: terminal, environment: [:], sandbox: program ?? built)
        let code = command.run(["-C", folder.path] + arguments)
        return Outcome(code: code, output: terminal.output, messages: terminal.messages)
    }

    /// The same in this process.
    func within(_ arguments: [String]) -> Outcome {
        let terminal = StringTerminal()
        let code = Command(terminal: terminal, environment: [:]).run(["-C", folder.path] + arguments)
        return Outcome(code: code, output: terminal.output, messages: terminal.messages)
    }

    /// The built command in a process that sends itself a signal after some time, whatever its scripts do.
    func program(ending signal: String, after seconds: Double) throws -> SandboxedProgram {
        let built = try #require(BuiltCommand.path)
        // The shell becomes the command and keeps its number; the other half of it waits.
        let wait = "(sleep \(seconds); kill -\(signal) $$) </dev/null >/dev/null 2>&1 3>&- 4>&- &"
        return SandboxedProgram(path: "/bin/sh", arguments: ["-c", "\(wait) exec \(built) --sandboxed-run"])
    }

    /// The built command in a process that keeps for us what the kernel says of it once its scripts run.
    func programWatched(into name: String) throws -> SandboxedProgram {
        let built = try #require(BuiltCommand.path)
        let file = folder.file(name)
        let look = "for i in 1 2 3 4 5 6 7 8 9; do sleep 0.2; cat /proc/$$/status >> \(file); done"
        let watch = "(\(look)) </dev/null >/dev/null 2>&1 3>&- 4>&- &"
        return SandboxedProgram(path: "/bin/sh", arguments: ["-c", "\(watch) exec \(built) --sandboxed-run"])
    }
}
