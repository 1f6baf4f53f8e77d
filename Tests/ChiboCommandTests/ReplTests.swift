import ChiboCommand
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// An evaluator that knows `do`, `end` and `fail`, and says back the rest.
private struct Echo: ReplEvaluator {
    func isIncomplete(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.count { $0 == "do" } > words.count { $0 == "end" }
    }

    func evaluate(_ text: String) -> ReplOutcome {
        if isIncomplete(text) { return .incomplete }
        if text.hasPrefix("fail") { return .error(Diagnostic("CB-N001", .script, Bilingual(vi: "hỏng", en: "broken"))) }
        return .output("= " + text.split(separator: "\n").joined(separator: "/"))
    }

    func completions(for text: String) -> (word: String, candidates: [String]) {
        let word = String(text.reversed().prefix { $0.isLetter }.reversed())
        return (word, ["members", "branches"].filter { $0.hasPrefix(word) })
    }
}

private func session(
    _ terminal: StringTerminal, history: HistoryFile? = nil
) throws -> (code: ExitCode, output: String, messages: String) {
    let console = Console(terminal)
    let code = try Repl(console, Echo(), historyFile: history).run(greeting: Bilingual(vi: "chào", en: "hello"))
    try console.flush()
    return (code, terminal.output, terminal.messages)
}

@Suite struct `The REPL` {
    @Test func `reads plain lines where nobody types`() throws {
        let result = try session(StringTerminal(input: "1\ndo\n2\nend\n\n3"))
        #expect(result.output == "= 1\n= do/2/end\n= 3\n")
        #expect(result.messages.isEmpty)
        #expect(result.code == .success)
    }

    @Test func `goes on after an error, and says so at the end where nobody types`() throws {
        let result = try session(StringTerminal(input: "fail\n2\n"))
        #expect(result.output == "= 2\n")
        #expect(result.messages.contains("broken"))
        #expect(result.code == .negative)
    }

    @Test func `an input that ends in the middle of a statement is an error`() throws {
        let result = try session(StringTerminal(input: "do\n1"))
        #expect(result.messages.contains("CB-S001"))
        #expect(result.code == .negative)
    }

    @Test func `has commands of its own`() throws {
        let result = try session(StringTerminal(input: ":help\n:what\n:exit\n1\n"))
        #expect(result.output.contains("Ctrl-R"))
        #expect(result.messages.contains("CB-U020"))
        #expect(!result.output.contains("= 1"))
    }

    @Test func `on a terminal it edits, completes and keeps a statement of several lines together`() throws {
        let keys = ["do\r", "br\t", " end\r", "oops\u{03}", "\u{1B}[A\r", "\u{04}"]
        let terminal = StringTerminal(keys: keys, isTerminal: true)
        let result = try session(terminal)
        #expect(result.output.contains("= do/branches end\n"))
        #expect(result.output.components(separatedBy: "= do/branches end").count == 3)
        #expect(result.output.contains("^C"))
        #expect(result.output.contains("\u{1B}[?2004h"))
        #expect(result.code == .success)
    }

    @Test func `keys that arrive together with Enter are shown before the answer`() throws {
        let result = try session(StringTerminal(keys: ["1 + 1\r", "\u{04}"], isTerminal: true))
        #expect(result.output.contains("chibo> 1 + 1"))
    }

    @Test func `an error on a terminal is no reason to end with another code`() throws {
        #expect(try session(StringTerminal(keys: ["fail\r", "\u{04}"], isTerminal: true)).code == .success)
    }

    @Test func `the history file is private, keeps lines, and survives what it cannot write`() throws {
        let folder = try TemporaryFolder()
        let environment = ["XDG_STATE_HOME": folder.path]
        let file = try #require(HistoryFile(unit: "neu", environment: environment))
        _ = try session(
            StringTerminal(keys: ["do\r", "a\\b end\r", " secret\r", "\u{04}"], isTerminal: true), history: file)
        let path = folder.file("chibo/history-neu")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "do\\na\\\\b end\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(file.load().entries == ["do\na\\b end"])
        let again = try session(StringTerminal(keys: ["\u{1B}[A\r", "\u{04}"], isTerminal: true), history: file)
        #expect(again.output.contains("= do/a\\b end"))
        let nowhere = try #require(HistoryFile(unit: "../x", environment: ["XDG_STATE_HOME": "/proc/none"]))
        nowhere.append("x")
        #expect(nowhere.load().entries.isEmpty)
        #expect(HistoryFile(unit: "x", environment: [:]) == nil)
    }
}
