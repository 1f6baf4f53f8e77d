import Glibc

/// The file that keeps a history between sessions; only its owner can read it.
///
/// It holds one statement a line, with `\n` for its line ends. A history that cannot be kept is no reason to stop.
package struct HistoryFile: Sendable {
    let path: String

    /// The history of a unit, in the state folder of the XDG base directories; nil where there is no home.
    package init?(unit: String, environment: [String: String]) {
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
        guard let base = state ?? home else { return nil }
        let safe = unit.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "_" ? $0 : "_" }
        path = base + "/chibo/history-" + (safe.isEmpty ? "unit" : String(safe))
    }

    /// The statements, the newest last.
    package func load() -> History {
        guard case .success(let text) = FileAccess.read(path) else { return History() }
        let lines = text.split(separator: "\n")
        return History(lines.map { Self.unescaped(String($0)) })
    }

    /// Adds a statement at the end.
    package func append(_ entry: String) {
        guard History.keeps(entry) else { return }
        FileAccess.makeFolders(of: path, mode: 0o700)
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        let line = Array((Self.escaped(entry) + "\n").utf8)
        _ = unsafe line.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    }

    private static func escaped(_ entry: String) -> String {
        entry.map { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : String($0) }.joined()
    }

    private static func unescaped(_ line: String) -> String {
        var (result, escape) = ("", false)
        for character in line {
            if escape {
                result.append(character == "n" ? "\n" : character)
                escape = false
            } else if character == "\\" {
                escape = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
