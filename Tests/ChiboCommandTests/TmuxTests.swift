import ChiboTestSupport
import Foundation
import Testing

/// A terminal that is not ours.
private enum Tmux {
    static let program = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}

@Suite(
    .enabled(if: Tmux.program != nil && BuiltCommand.path != nil, "tmux or the built chibo is not there"), .serialized,
    .timeLimit(.minutes(2)))
struct `The prompt in a real terminal` {
    /// Runs tmux on a server of its own.
    ///
    /// Through Python, which hands on no open file (the server would keep the one by which Foundation waits for an end)
    /// and no blocked signal (threads of tests block them all, and the server would not notice that its shells end).
    @discardableResult
    private func tmux(_ folder: TemporaryFolder, _ arguments: [String]) throws -> String {
        let program = try #require(Tmux.program)
        let words = [program, "-S", folder.file("socket"), "-f", "/dev/null"] + arguments
        return try Oracle.run("/usr/bin/python3", ["-c", Self.launcher] + words).output
    }

    private static let launcher = """
        import signal, subprocess, sys
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        subprocess.run(sys.argv[1:], timeout=20)
        """

    private func screen(_ folder: TemporaryFolder, until text: String) throws -> String {
        var seen = ""
        for _ in 0..<100 {
            seen = try tmux(folder, ["capture-pane", "-p"])
            if seen.contains(text) { return seen }
            usleep(100_000)
        }
        Issue.record("never saw \(text) on:\n\(seen)")
        return seen
    }

    private func type(_ folder: TemporaryFolder, _ keys: String...) throws {
        try tmux(folder, ["send-keys"] + keys)
    }

    @Test func `is typed into, corrects, recalls, and leaves the terminal in order`() throws {
        let folder = try TemporaryFolder()
        let chibo = try #require(BuiltCommand.path)
        #expect(try Oracle.run(chibo, ["init", folder.file("unit")]).status == 0)
        try tmux(folder, ["new-session", "-d", "-x", "60", "-y", "40", "/bin/sh"])
        defer { _ = try? tmux(folder, ["kill-server"]) }
        try type(
            folder, "export PS1='sh$ ' LANG=C.UTF-8 CHIBO_LANG=en XDG_STATE_HOME=\(folder.path) && clear", "Enter")
        _ = try screen(folder, until: "sh$")
        try type(folder, "\(chibo) --unit \(folder.file("unit")) repl", "Enter")
        _ = try screen(folder, until: "chibo>")
        // Typing, going back, putting in.
        try type(folder, "1 + 12", "Left", "BSpace", "4", "Enter")
        _ = try screen(folder, until: "chibo> 1 + 42\n43")
        // Vietnamese letters, also composed ones, and a backspace that takes a whole letter.
        try type(folder, "-l", "\"Nguye\u{302}\u{303}nn")
        try type(folder, "BSpace")
        try type(folder, "-l", "\"")
        try type(folder, "Enter")
        _ = try screen(folder, until: "\nNguyễn")
        // A statement of several lines, then a line longer than the window.
        try type(folder, "for i = 1, 2 do", "Enter")
        _ = try screen(folder, until: "..")
        try type(folder, "print('line', i)", "Enter")
        // "end" alone is the name of a key to tmux.
        try type(folder, "-l", "end")
        try type(folder, "Enter")
        _ = try screen(folder, until: "line    2")
        try type(folder, "-l", "'" + String(repeating: "abcdefghij", count: 8) + "'")
        try type(folder, "Enter")
        _ = try screen(folder, until: "abcdefghij")
        // Back through the history, and a search in it.
        try type(folder, "C-r", "1 +", "Enter")
        let seen = try screen(folder, until: "chibo> 1 + 42\n43\nchibo>")
        #expect(seen.components(separatedBy: "43").count >= 2)
        // Ctrl-C stops a script that does not end, and the session goes on.
        try type(folder, "-l", "while true do end")
        try type(folder, "Enter")
        usleep(300_000)
        try type(folder, "C-c")
        _ = try screen(folder, until: "CB-L003")
        // Ctrl-C drops the line, Ctrl-D leaves, and the shell works as before.
        try type(folder, "oops", "C-c", "C-d")
        _ = try screen(folder, until: "^C")
        try type(folder, "stty -a | grep -c ' icanon'", "Enter")
        _ = try screen(folder, until: "\n1\n")
        let history = try String(contentsOfFile: folder.file("chibo/history-unit"), encoding: .utf8)
        #expect(history.hasPrefix("1 + 42\n\"Nguyễn\"\nfor i = 1, 2 do\\nprint('line', i)\\nend\n"))
    }

    @Test func `puts the terminal in order when it is ended from outside`() throws {
        let folder = try TemporaryFolder()
        let chibo = try #require(BuiltCommand.path)
        #expect(try Oracle.run(chibo, ["init", folder.file("unit")]).status == 0)
        try tmux(folder, ["new-session", "-d", "-x", "60", "-y", "20", "/bin/sh"])
        defer { _ = try? tmux(folder, ["kill-server"]) }
        try type(folder, "export PS1='sh$ ' && clear", "Enter")
        _ = try screen(folder, until: "sh$")
        try type(
            folder, "sh -c 'echo $$ > \(folder.file("pid")); exec \(chibo) --unit \(folder.file("unit")) repl'", "Enter"
        )
        _ = try screen(folder, until: "chibo>")
        let pid = try String(contentsOfFile: folder.file("pid"), encoding: .utf8).filter(\.isNumber)
        kill(try #require(Int32(pid)), SIGTERM)
        _ = try screen(folder, until: "Terminated")
        try type(folder, "stty -a | grep -c ' icanon'", "Enter")
        _ = try screen(folder, until: "\n1\n")
    }
}
