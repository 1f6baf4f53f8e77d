package import ChiboModel

/// Puts a diagnostic into the lines that a person reads.
package struct DiagnosticPrinter {
    /// The language to speak.
    let language: Language
    /// The width to stay within, where the text allows it.
    let columns: Int

    package init(language: Language, columns: Int = 80) { (self.language, self.columns) = (language, columns) }

    /// What happened, the excerpt with its caret, why, what to do, the original, in this order.
    package func lines(_ diagnostic: Diagnostic) -> [Styled] {
        var lines = [title(diagnostic)]
        if let excerpt = diagnostic.excerpt { lines += self.excerpt(excerpt, diagnostic) }
        let others = diagnostic.others
        if others > 0 {
            lines.append(remark("others", Bilingual(vi: "và \(others) bản ghi khác", en: "and \(others) more")))
        }
        if let cause = diagnostic.cause { lines.append(remark("cause", cause)) }
        if let suggestion = diagnostic.suggestion { lines.append(remark("suggestion", suggestion, .code)) }
        if let original = diagnostic.original { lines.append(remark("original", Bilingual(both: original), .faint)) }
        return lines
    }

    private func title(_ diagnostic: Diagnostic) -> Styled {
        let (word, style) = severity(diagnostic.severity)
        var line = Styled("chibo: ", .faint) + Styled("\(word)[\(diagnostic.code)]", style)
        if let place = diagnostic.place {
            let numbers = [place.line, place.line == nil ? nil : place.column].compactMap { $0.map { ":\($0)" } }
            line.append("  " + place.file + numbers.joined(), .strong)
        }
        line.append("  " + diagnostic.message[language])
        // Beside the caret there is a better place for the record, when there is a caret.
        if let record = diagnostic.record, diagnostic.excerpt == nil { line.append(self.record(record), .faint) }
        return line
    }

    private func severity(_ severity: Diagnostic.Severity) -> (String, Style) {
        switch severity {
        case .error: (language == .vi ? "lỗi" : "error", .error)
        case .warning: (language == .vi ? "cảnh báo" : "warning", .warning)
        case .note: (language == .vi ? "lưu ý" : "note", .code)
        }
    }

    private func record(_ id: String) -> String { language == .vi ? " — bản ghi \(id)" : " — record \(id)" }

    private func excerpt(_ excerpt: Diagnostic.Excerpt, _ diagnostic: Diagnostic) -> [Styled] {
        let lastLine = excerpt.firstLine + excerpt.lines.count - 1
        let width = max(5, String(lastLine).count + 1)
        var result: [Styled] = []
        for (offset, text) in excerpt.lines.enumerated() {
            let number = excerpt.firstLine + offset
            let gutter = DisplayWidth.padded(String(number), to: width, right: true) + " │ "
            result.append(Styled(gutter, .faint) + Styled(shown(text)))
            if number == diagnostic.place?.line {
                let room = String(repeating: " ", count: width) + " │ "
                caret(text, diagnostic).map { result.append(Styled(room, .faint) + $0) }
            }
        }
        return result
    }

    /// Spaces up to the column, as wide as the text before it is, and one caret a column of what it points at.
    private func caret(_ text: String, _ diagnostic: Diagnostic) -> Styled? {
        guard let place = diagnostic.place, let column = place.column, column >= 1 else {
            return diagnostic.label.map { Styled($0[language], .error) }
        }
        let before = DisplayWidth.of(shown(String(text.prefix(column - 1))))
        let marked = DisplayWidth.of(shown(String(text.dropFirst(column - 1).prefix(place.length))))
        var line = Styled(String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked)), .error)
        if let label = diagnostic.label { line.append(" " + label[language], .error) }
        if let record = diagnostic.record { line.append(self.record(record), .faint) }
        return line
    }

    /// A line of a file as it can stand in an excerpt: tabs as four spaces, nothing that steers the terminal.
    private func shown(_ text: String) -> String {
        ControlCharacters.neutralised(text.replacingTabs)
    }

    private func remark(_ name: String, _ text: Bilingual, _ style: Style = .plain) -> Styled {
        let word = Self.words[name]?[language] ?? name
        let indent = "  " + DisplayWidth.padded(word, to: 8) + " "
        let room = String(repeating: " ", count: DisplayWidth.of(indent))
        let lines = text[language].split(separator: "\n", omittingEmptySubsequences: false)
        var result = Styled(indent, .faint)
        for (index, line) in lines.enumerated() { result.append((index > 0 ? "\n" + room : "") + line, style) }
        return result
    }

    private static let words: [String: Bilingual] = [
        "others": Bilingual(vi: "còn", en: "also"),
        "cause": Bilingual(vi: "vì sao", en: "why"),
        "suggestion": Bilingual(vi: "thử", en: "try"),
        "original": Bilingual(vi: "gốc", en: "original"),
    ]
}

extension String {
    fileprivate var replacingTabs: String {
        contains("\t") ? String(map { $0 == "\t" ? "    " : String($0) }.joined()) : self
    }
}

extension Console {
    /// Says a diagnostic: in lines, or as one line of JSON.
    package func say(_ diagnostic: Diagnostic) {
        if settings.json { return say(Styled(diagnostic.json.compact)) }
        if settings.quiet, diagnostic.severity != .error { return }
        var shown = diagnostic
        // The original helps who knows the library; others read it as noise, except where nothing else says why.
        if !settings.verbose, shown.cause != nil, shown.kind != .script, shown.kind != .bug { shown.original = nil }
        let printer = DiagnosticPrinter(language: language, columns: terminal.columns)
        printer.lines(shown).forEach { say($0) }
    }
}
