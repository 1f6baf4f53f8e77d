import Chibo
import Glibc

/// Where a command works: paths as typed, the unit's folder, its host.
extension Job {
    /// A path as typed, seen from the folder of `-C`.
    func path(_ typed: String) -> String {
        guard let folder = options.directory, !typed.hasPrefix("/") else { return typed }
        return typed == "." ? folder : folder + "/" + typed
    }

    /// The folder that the command stands in.
    var here: String { options.directory ?? "." }

    /// Refuses a `-C` that cannot be entered.
    func checkDirectory() throws {
        guard let folder = options.directory, FileAccess.kind(folder) != .folder else { return }
        throw Failures.noFolder(folder, FileAccess.kind(folder) == nil ? ENOENT : ENOTDIR)
    }

    /// The unit's folder: the one named, or the nearest one above that has `unit.lua`.
    func unitFolder() throws(Diagnostic) -> String {
        if let named = options.unit {
            let candidates = [path(named), path("Scripts/units/" + named)]
            guard let folder = candidates.first(where: isUnit) else { throw Failures.noUnit(named) }
            return folder
        }
        var folder = here.hasPrefix("/") ? here : FileAccess.currentFolder + (here == "." ? "" : "/" + here)
        while !folder.isEmpty {
            if isUnit(folder) { return folder }
            guard let slash = folder.lastIndex(of: "/") else { break }
            folder = String(folder[..<slash])
        }
        throw Failures.noUnit(nil)
    }

    private func isUnit(_ folder: String) -> Bool { FileAccess.kind(folder + "/unit.lua") == .file }

    /// The unit with its records.
    func openHost() throws -> ScriptHost {
        let folder = try unitFolder()
        var store: SQLiteStore?
        if let file = options.store {
            do throws(StoreError) { store = try SQLiteStore(path: path(file)) } catch { throw error.diagnostic }
        }
        return try ScriptHost(unit: folder, store: store, options: hostOptions)
    }

    var hostOptions: ScriptHost.Options {
        var options = ScriptHost.Options()
        let console = console
        options.log = { line in console.say(Styled(line)) }
        if let memory = self.options.memory { options.memory = memory }
        if let deadline = self.options.deadline { options.deadline = deadline }
        options.cores = self.options.cores
        options.author = Account.name
        return options
    }

    /// Hands over a result: into the file of `--out`, or to stdout.
    func deliver(_ text: String) throws {
        guard let file = options.output, file != "-" else { return try console.put(text) }
        do throws(SystemError) { try FileAccess.write(text, to: path(file)) } catch {
            throw Failures.cannotWrite(file, error.number)
        }
        console.note(Bilingual(vi: "đã ghi \(file)", en: "wrote \(file)"))
    }

    /// Hands over a result in lines, or as JSON where that was asked for.
    func deliver(_ lines: [Styled], _ json: JSON) throws {
        if console.settings.json { return try deliver(json.pretty + "\n") }
        if let file = options.output, file != "-" {
            return try deliver(lines.map { $0.plain + "\n" }.joined())
        }
        for line in lines { try console.print(line) }
    }

    /// The definitions that a command is about: the one named, or all of the kind.
    func definitions(_ kind: Definition.Kind, _ host: ScriptHost) throws -> [String] {
        if let id = options.operands.first { return [id] }
        let all = try host.definitions(kind).map(\.id)
        // None at all: let the host say so, and what to do.
        return all.isEmpty ? [try host.onlyDefinition(kind).id] : all
    }
}
