package import ChiboLua
package import ChiboModel

extension ScriptRuntime {
    /// What a person reads of an error: the host's own diagnostic with the place added, or Lua's message explained.
    func diagnostic(for error: LuaError) -> Diagnostic {
        var diagnostic = explained(error)
        // Where a deadline meets a script is chance; where memory ran out is the place to look at.
        if error.kind == .stopped(.deadline), let hotspot = error.hotspot { diagnostic.show(hotspot) }
        if diagnostic.place == nil { diagnostic.place = place(of: error) }
        if diagnostic.code == "CB-P001", let file = diagnostic.place?.file, let field = diagnostic.arguments["field"] {
            diagnostic.suggestion = FieldProblems.way(to: field, in: file)
        }
        if diagnostic.excerpt == nil, let place = diagnostic.place, let line = place.line {
            diagnostic.excerpt = excerpt(place.file, line: line)
        }
        return diagnostic
    }

    /// What a person reads of any error that came out of a run.
    func diagnostic(for error: any Error) -> Diagnostic {
        switch error {
        case let error as LuaError: diagnostic(for: error)
        case let error as Diagnostic: error
        default:
            Diagnostic(
                "CB-X001", .bug, Bilingual(vi: "lỗi bên trong Chibo", en: "an error inside Chibo"), original: "\(error)"
            )
        }
    }

    /// The same with another place where Lua has forgotten the author's line, as it does after `return f(…)`.
    func diagnostic(for error: any Error, elseAt other: Diagnostic.Place?) -> Diagnostic {
        var diagnostic = diagnostic(for: error)
        guard let other, diagnostic.place?.file.hasPrefix("chibo/") ?? true else { return diagnostic }
        diagnostic.place = other
        diagnostic.excerpt = other.line.flatMap { excerpt(other.file, line: $0) }
        return diagnostic
    }

    /// The innermost place in a file of the unit; one in the standard library, or in a text that a script compiled
    /// ("[string …]"), only where there is no other.
    private func place(of error: LuaError) -> Diagnostic.Place? {
        let frame =
            error.frames.first { !$0.source.hasPrefix("chibo/") && !$0.source.hasPrefix("[") && $0.line > 0 }
            ?? error.frames.first
        return frame.map { Diagnostic.Place(file: $0.source, line: $0.line > 0 ? $0.line : nil) }
    }

    private func excerpt(_ file: String, line: Int) -> Diagnostic.Excerpt? {
        guard let source = moduleSources[file] ?? (try? sources.source(at: file)) else { return nil }
        return Diagnostic.Excerpt(of: source, line: line)
    }

    /// What printing more than the policy allows is told as, where the host has counted what several states print.
    package func printedTooMuch(at frame: LuaFrame?) -> Diagnostic {
        var diagnostic = stopped(.output)
        diagnostic.place = frame.map { Diagnostic.Place(file: $0.source, line: $0.line) }
        diagnostic.excerpt = frame.flatMap { excerpt($0.source, line: $0.line) }
        return diagnostic
    }

    private func explained(_ error: LuaError) -> Diagnostic {
        switch error.kind {
        case .syntax:
            return Diagnostic(
                "CB-S001", .script, Bilingual(vi: "sai cú pháp Lua", en: "a Lua syntax error"),
                suggestion: SyntaxHint.hint(for: error.message), original: error.message)
        case .memory:
            return Diagnostic(
                "CB-L001", .limit,
                Bilingual(vi: "kịch bản dùng hết bộ nhớ được phép", en: "the script used up its memory"),
                original: error.message)
        case .stopped(let reason): return stopped(reason)
        case .host:
            if let diagnostic = error.cause as? Diagnostic { return diagnostic }
            return Diagnostic(
                "CB-R001", .script,
                Bilingual(vi: (error.cause as? UnknownAnswer)?.reason ?? error.message, en: error.message),
                original: error.message)
        case .runtime: return RuntimeMessages.explain(error.message)
        }
    }

    private func stopped(_ reason: LuaStopReason) -> Diagnostic {
        switch reason {
        case .deadline:
            Diagnostic(
                "CB-L002", .timeout,
                Bilingual(vi: "kịch bản chạy quá thời gian cho phép", en: "the script ran out of time"),
                original: "the time limit was reached")
        case .cancelled:
            Diagnostic("CB-L003", .limit, Bilingual(vi: "đã dừng theo yêu cầu", en: "stopped on request"))
        case .output:
            Diagnostic("CB-L004", .limit, Bilingual(vi: "kịch bản in ra quá nhiều", en: "the script printed too much"))
        case .depth:
            Diagnostic(
                "CB-L005", .limit, Bilingual(vi: "các lời gọi lồng nhau quá sâu", en: "calls are nested too deep"))
        case .instructions:
            Diagnostic(
                "CB-L010", .limit,
                Bilingual(vi: "kịch bản chạy quá số lệnh cho phép", en: "the script ran more instructions than allowed")
            )
        }
    }
}

extension Diagnostic {
    /// Names the place that the run was most often found at, and how often.
    package mutating func show(_ hotspot: LuaHotspot) {
        let line = hotspot.line > 0 ? hotspot.line : nil
        place = Place(file: hotspot.source, line: line)
        guard line != nil, hotspot.total > 0 else { return }
        cause =
            cause
            ?? Bilingual(
                vi: "\(hotspot.samples) trong \(hotspot.total) lần lấy mẫu thấy script đang ở dòng này",
                en: "\(hotspot.samples) of \(hotspot.total) samples found the script at this line")
    }
}

/// Messages that the host raises in a script as one text in both languages, so that `pcall` gives what an author can read.
enum ScriptMessage {
    /// What stands between the languages: a slash with a character that nobody types, so that no author's own message is
    /// taken apart.
    static let border = " \u{2060}/ "

    /// The languages of a message that has the border.
    static func languages(of message: String) -> Bilingual? {
        guard let border = message.firstRange(of: ScriptMessage.border) else { return nil }
        return Bilingual(vi: String(message[..<border.lowerBound]), en: String(message[border.upperBound...]))
    }
}

extension LuaScriptError {
    /// A message in both languages.
    init(vi: String, en: String) { self.init(vi + ScriptMessage.border + en) }
}

/// Lua's own run-time messages in the words of the people who read them.
enum RuntimeMessages {
    /// A diagnostic for a message; Lua's own words stay as the original.
    static func explain(_ message: String) -> Diagnostic {
        let subject = quoted(message)
        let (code, text, suggestion) = sentence(message, subject)
        let isOurs = ScriptMessage.languages(of: message) != nil
        return Diagnostic(code, .script, text, suggestion: suggestion, original: isOurs ? nil : message)
    }

    private static func sentence(_ message: String, _ subject: String?) -> (String, Bilingual, Bilingual?) {
        let name = subject.map { "`\($0)`" } ?? "giá trị này"
        let english = subject.map { "`\($0)`" } ?? "this value"
        if message.contains("attempt to index a nil value") {
            return (
                "CB-N012", Bilingual(vi: "\(name) đang trống (nil)", en: "\(english) is empty (nil)"),
                Bilingual(
                    vi: "kiểm tra trước khi dùng: `if \(subject ?? "x") then … end`",
                    en: "check before use: `if \(subject ?? "x") then … end`")
            )
        }
        if message.contains("attempt to call a nil value") {
            return (
                "CB-N013", Bilingual(vi: "không có hàm \(name)", en: "there is no function \(english)"),
                Bilingual(vi: "xem lại chính tả, và `:` hay `.`", en: "look at the spelling, and at `:` or `.`")
            )
        }
        if message.contains("attempt to compare") {
            return (
                "CB-T002",
                Bilingual(vi: "không so sánh được hai giá trị này", en: "these two values cannot be compared"), nil
            )
        }
        if message.contains("attempt to perform arithmetic") {
            return ("CB-T003", Bilingual(vi: "\(name) không phải số để tính", en: "\(english) is no number"), nil)
        }
        if message.contains("attempt to concatenate") {
            return (
                "CB-T004",
                Bilingual(vi: "không nối được \(name) vào chuỗi", en: "\(english) cannot be joined to a text"),
                Bilingual(vi: "dùng tostring(…)", en: "use tostring(…)")
            )
        }
        return ("CB-R002", ScriptMessage.languages(of: message) ?? Bilingual(both: message), nil)
    }

    /// The name that Lua gives in quotes: "(field 'branch')".
    private static func quoted(_ message: String) -> String? {
        guard let open = message.firstRange(of: "'"), let close = message[open.upperBound...].firstRange(of: "'") else {
            return nil
        }
        return String(message[open.upperBound..<close.lowerBound])
    }
}

/// Hints for the slips that people bring from other languages.
enum SyntaxHint {
    /// A hint for a compiler's message, where there is one.
    static func hint(for message: String) -> Bilingual? {
        let slips: [(String, String, String)] = [
            (
                "near '!'", "Lua viết `~=` thay cho `!=`, và `not` thay cho `!`",
                "Lua writes `~=` for `!=` and `not` for `!`"
            ),
            ("near '&'", "Lua viết `and` thay cho `&&`", "Lua writes `and` for `&&`"),
            ("near '|'", "Lua viết `or` thay cho `||`", "Lua writes `or` for `||`"),
            ("near '+='", "Lua viết `x = x + 1`", "Lua writes `x = x + 1`"),
            ("'then' expected near '='", "so sánh bằng viết là `==`", "equality is written `==`"),
            ("'end' expected", "thiếu `end` cho một khối đã mở", "a block is missing its `end`"),
            ("'}' expected", "thiếu dấu phẩy hoặc `}` trong bảng", "a comma or `}` is missing in a table"),
            ("<eof>", "tệp kết thúc khi một khối còn mở", "the file ends while a block is open"),
        ]
        return slips.first { message.contains($0.0) }.map { Bilingual(vi: $0.1, en: $0.2) }
    }
}
