import Chibo

/// Suggestions of an import and the person who decides about them.
extension Job {
    /// Writes the suggestions to a workbook; a file that somebody may have marked is not written over.
    func writeSuggestions(_ report: ImportReport, to file: String) throws -> String {
        guard FileAccess.kind(file) == nil else { throw Failures.alreadyThere(file) }
        try openHost().write(report.suggestions, to: file, language: language)
        return file
    }

    /// Asks about each suggestion that nobody has decided; what is skipped stays undecided.
    func review(_ suggestions: [Suggestion], into decisions: inout ImportDecisions) throws {
        let open = suggestions.filter { $0.decision == nil }
        guard !open.isEmpty else { return }
        let terminal = console.terminal
        guard terminal.inputIsTerminal, !options.has(.noInput) else { throw Failures.nobodyToAsk(open.count) }
        var answers: [Suggestion.Kind: Bool] = [:]
        for (index, suggestion) in open.enumerated() {
            if let answer = answers[suggestion.kind] {
                decisions.byKey[suggestion.key] = ImportDecisions.Decision(isAccepted: answer)
                continue
            }
            console.say(Styled("[\(index + 1)/\(open.count)] " + ImportView.text(suggestion, language)))
            switch ask() {
            case .one(let answer): decisions.byKey[suggestion.key] = ImportDecisions.Decision(isAccepted: answer)
            case .all(let answer):
                answers[suggestion.kind] = answer
                decisions.byKey[suggestion.key] = ImportDecisions.Decision(isAccepted: answer)
            case .skip: continue
            case .stop: return
            }
        }
    }

    private enum Answer { case one(Bool), all(Bool), skip, stop }

    /// One answer; at the end of the input nothing more is decided.
    private func ask() -> Answer {
        while true {
            console.say(
                Styled(
                    language == .vi
                        ? "  nhận? c = có, k = không, C/K = mọi đề xuất cùng loại, Enter = để sau, q = thôi"
                        : "  accept? y = yes, n = no, Y/N = all of this kind, Enter = later, q = stop"))
            guard let line = console.terminal.readLine() else { return .stop }
            switch line.filter({ !$0.isWhitespace }) {
            case "y", "c": return .one(true)
            case "n", "k": return .one(false)
            case "Y", "C": return .all(true)
            case "N", "K": return .all(false)
            case "": return .skip
            case "q", "Q": return .stop
            default: continue
            }
        }
    }
}

extension Failures {
    static func alreadyThere(_ file: String) -> Diagnostic {
        Diagnostic(
            "CB-H006", .output,
            Bilingual(
                vi: "“\(file)” đã có, có thể đã có người đánh dấu",
                en: "\"\(file)\" is there already, perhaps with marks"),
            suggestion: Bilingual(
                vi: "ghi ra tên khác, hoặc nhập theo nó bằng --decisions \(file)",
                en: "write to another name, or import by it with --decisions \(file)"),
            arguments: ["path": file])
    }

    static func nobodyToAsk(_ count: Int) -> Diagnostic {
        Diagnostic(
            "CB-U019", .usage,
            Bilingual(
                vi: "--review cần người trả lời ở màn hình: có \(count) đề xuất",
                en: "--review needs a person at the terminal: there are \(count) suggestions"),
            suggestion: Bilingual(
                vi: "ghi chúng ra bảng bằng --suggestions TỆP, đánh dấu, rồi nhập với --decisions TỆP",
                en: "write them down with --suggestions FILE, mark them, and import with --decisions FILE"))
    }
}
