package import ChiboModel

/// What became of a statement.
package enum ReplOutcome: Sendable {
    /// More lines are needed: a block or a bracket is open.
    case incomplete
    /// What it printed and gave; empty for nothing.
    case output(String)
    case error(Diagnostic)
}

/// What stands behind the prompt.
package protocol ReplEvaluator {
    /// Whether more lines are needed before a text can be carried out; it is not carried out.
    func isIncomplete(_ text: String) -> Bool
    /// Carries out a statement; an error leaves everything that was defined before as it was.
    func evaluate(_ text: String) -> ReplOutcome
    /// The word before the cursor and what it may become.
    func completions(for text: String) -> (word: String, candidates: [String])
}

/// Reads, evaluates, prints, until the end.
package struct Repl {
    private let console: Console
    private let evaluator: any ReplEvaluator
    private let historyFile: HistoryFile?

    package init(_ console: Console, _ evaluator: any ReplEvaluator, historyFile: HistoryFile?) {
        (self.console, self.evaluator, self.historyFile) = (console, evaluator, historyFile)
    }

    /// Runs until the person leaves or the input ends.
    ///
    /// Where nobody types, a statement that failed makes the answer "no"; all statements are carried out all the same.
    package func run(greeting: Bilingual) throws -> ExitCode {
        let isTyped = console.terminal.inputIsTerminal && console.terminal.isTerminal(.output)
        let reader = LineReader(
            console.terminal, prompt: "chibo> ", continuation: "    .. ",
            history: isTyped ? historyFile?.load() ?? History() : History(), complete: evaluator.completions)
        if isTyped { console.note(greeting) }
        var failed = false
        while true {
            switch reader.read(isComplete: { isCommand($0) || !evaluator.isIncomplete($0) }) {
            case .end: return failed && !isTyped ? .negative : .success
            case .cancelled: continue
            case .statement(let text):
                if isTyped { historyFile?.append(text) }
                guard let fine = try carryOut(text) else { return failed && !isTyped ? .negative : .success }
                failed = failed || !fine
            }
        }
    }

    private func isCommand(_ text: String) -> Bool { text.drop(while: \.isWhitespace).hasPrefix(":") }

    /// Whether it went well; nil when it was the wish to leave.
    private func carryOut(_ text: String) throws -> Bool? {
        if isCommand(text) { return try command(String(text.drop(while: \.isWhitespace))) }
        if text.allSatisfy(\.isWhitespace) { return true }
        switch evaluator.evaluate(text) {
        case .output(let output):
            if !output.isEmpty { try console.put(shown(output) + (output.hasSuffix("\n") ? "" : "\n")) }
            return true
        case .error(let diagnostic):
            console.say(diagnostic)
            return false
        case .incomplete:
            console.say(Self.unfinished)
            return false
        }
    }

    private func shown(_ text: String) -> String {
        console.terminal.isTerminal(.output) ? ControlCharacters.neutralised(text) : text
    }

    private func command(_ text: String) throws -> Bool? {
        switch text.split(whereSeparator: \.isWhitespace).first {
        case ":exit", ":quit", ":q": return nil
        case ":help", ":h", ":?":
            try console.put(Self.help[console.language] + "\n")
            return true
        default:
            console.say(Self.unknown(text))
            return false
        }
    }

    private static let help = Bilingual(
        vi: """
            Gõ một biểu thức hoặc câu lệnh Lua rồi Enter; câu chưa hết thì gõ tiếp ở dòng sau.
              #members                                   đếm
              members:where { grade = "probationary" }   lọc
              branches[1].name                           xem một trường
            :help  trang này        :exit  thoát (hoặc Ctrl-D)
            Tab gợi ý tên · ↑ ↓ câu trước, câu sau · Ctrl-R tìm câu cũ · Ctrl-C bỏ dòng · Alt-Enter xuống dòng
            Câu bắt đầu bằng dấu cách không được lưu vào lịch sử.
            """,
        en: """
            Type a Lua expression or statement, then Enter; what is not finished goes on in the next line.
              #members                                   count
              members:where { grade = "probationary" }   filter
              branches[1].name                           look at a field
            :help  this page        :exit  leave (or Ctrl-D)
            Tab completes names · ↑ ↓ statements before and after · Ctrl-R searches back · Ctrl-C drops the line
            Alt-Enter starts a new line. A statement that begins with a space is not kept in the history.
            """)

    private static let unfinished = Diagnostic(
        "CB-S001", .script,
        Bilingual(vi: "câu lệnh chưa hết mà đầu vào đã hết", en: "the input ends before the statement does"),
        suggestion: Bilingual(vi: "thêm “end” hoặc dấu ngoặc còn thiếu", en: "add the missing \"end\" or bracket"))

    private static func unknown(_ text: String) -> Diagnostic {
        Diagnostic(
            "CB-U020", .usage,
            Bilingual(vi: "không có lệnh “\(text)”", en: "there is no command \"\(text)\""),
            suggestion: Bilingual(both: ":help"))
    }
}
