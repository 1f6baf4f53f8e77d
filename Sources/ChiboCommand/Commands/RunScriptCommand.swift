import Chibo

/// `chibo run`: one file, whatever it defines.
extension Job {
    /// Does what the definition of one file is for.
    func runScript(_ host: ScriptHost) throws -> ExitCode {
        let typed = options.operands[0]
        let definition = try host.definition(at: scriptPath(typed, in: host.folder))
        switch definition.kind {
        case .criteria: return try evaluate([definition.id], host)
        case .quota: return try allocate([definition.id], host)
        case .plan: return try plan([definition.id], host)
        case .report: return try report([definition.id], host)
        case .unit, .import, .schedule: throw Failures.nothingToRun(typed, definition.kind.rawValue)
        }
    }

    /// A script's path from the unit's folder; it may be typed from there or from here.
    func scriptPath(_ typed: String, in folder: String) -> String {
        let full = path(typed)
        for prefix in [folder + "/", "./"] where full.hasPrefix(prefix) { return String(full.dropFirst(prefix.count)) }
        let absolute = full.hasPrefix("/") ? full : FileAccess.currentFolder + "/" + full
        let unit = folder.hasPrefix("/") ? folder : FileAccess.currentFolder + "/" + folder
        return absolute.hasPrefix(unit + "/") ? String(absolute.dropFirst(unit.count + 1)) : typed
    }
}

extension ScriptHost {
    /// What one file of the unit defines.
    func definition(at path: String) throws -> Definition {
        for kind in Definition.Kind.allCases where kind.folder.map({ path.hasPrefix($0 + "/") }) ?? false {
            if let found = try definitions(kind).first(where: { $0.path == path }) { return found }
        }
        throw FileAccess.kind(folder + "/" + path) == .file
            ? Failures.nothingToRun(path, "") : Failures.cannotRead(path, 2)
    }
}

extension Failures {
    static func nothingToRun(_ path: String, _ kind: String) -> Diagnostic {
        let verb = kind == "import" ? "chibo import" : kind == "schedule" ? "chibo schedule" : "chibo check"
        return Diagnostic(
            "CB-U015", .usage,
            Bilingual(vi: "\(path) không phải tệp để `chibo run` chạy", en: "\(path) is no file for `chibo run`"),
            cause: Bilingual(
                vi: "chạy được: các tệp trong criteria/, quotas/, plans/, reports/",
                en: "what can be run are the files of criteria/, quotas/, plans/ and reports/"),
            suggestion: Bilingual(both: verb), arguments: ["path": path, "kind": kind])
    }
}
