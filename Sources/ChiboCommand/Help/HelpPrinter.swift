package import ChiboModel

/// Writes the help out of the tables of verbs and flags; examples come first, because they are what people read.
package struct HelpPrinter {
    let language: Language

    package init(language: Language) { self.language = language }

    /// All verbs in a few lines.
    package func overview() -> [Styled] {
        var lines: [Styled] = [
            Styled(
                pick(
                    "Chibo: tự động hóa công tác đảng viên bằng script Lua của đơn vị.",
                    "Chibo: a unit's own Lua scripts at work on its party records.")), "",
            heading("Ví dụ", "Examples"),
        ]
        lines += Self.firstSteps.map { example($0) }
        lines += ["", heading("Lệnh", "Verbs")]
        lines += table(Verb.all.map { ($0.name.rawValue, $0.summary[language]) })
        lines += ["", heading("Cờ chung", "Flags of every verb")]
        lines += table(Flag.global.map { (spelling($0), $0.summary[language]) })
        lines += ["", Styled(pick("chibo help LỆNH nói thêm về một lệnh.", "chibo help VERB says more on a verb."))]
        return lines
    }

    private static let firstSteps = [
        Verb.Example("chibo init don-vi", Bilingual(vi: "tạo thư mục đơn vị", en: "make a unit's folder")),
        Verb.Example(
            "chibo import dang-vien danh-sach.xlsx", Bilingual(vi: "nhập danh sách", en: "read a roster")),
        Verb.Example("chibo evaluate --period 2023", Bilingual(vi: "chấm tiêu chí", en: "judge by the criteria")),
        Verb.Example("chibo report --out bao-cao", Bilingual(vi: "làm báo cáo", en: "write the reports")),
    ]

    /// One verb in full.
    package func page(_ verb: Verb) -> [Styled] {
        var lines = [Styled("chibo " + verb.name.rawValue, .strong) + Styled(" — " + verb.summary[language]), ""]
        lines.append(heading("Ví dụ", "Examples"))
        lines += verb.examples.map { example($0) }
        lines += ["", heading("Cách gõ", "Usage"), Styled("  " + verb.usage(language), .code)]
        if !verb.details[language].isEmpty { lines += [""] + wrapped(verb.details[language], indent: "") }
        if !verb.operands.isEmpty {
            lines += [""] + table(verb.operands.map { ($0.label[language], $0.summary[language]) })
        }
        if !verb.flags.isEmpty {
            lines += ["", heading("Cờ", "Flags")]
            for flag in verb.flags { lines += entry(flag) }
        }
        lines += ["", heading("Cờ chung", "Flags of every verb")]
        let names = Set(verb.flags.map(\.name))
        lines += table(Flag.global.filter { !names.contains($0.name) }.map { (spelling($0), $0.summary[language]) })
        return lines
    }

    /// The exit codes and what they mean.
    package func exitCodes() -> [Styled] {
        [heading("Mã thoát", "Exit codes")]
            + table(ExitCode.allCases.map { (String($0.rawValue), $0.meaning[language]) })
    }

    /// What an error code means and what to do about it.
    package func page(_ page: CodePage) -> [Styled] {
        var lines = [Styled(page.code, .strong) + Styled(" — " + page.title[language]), ""]
        lines += wrapped(page.explanation[language], indent: "")
        if let example = page.example {
            lines += ["", heading("Ví dụ", "Example")]
            lines += example.split(separator: "\n").map { Styled("  " + $0, .code) }
        }
        return lines
    }

    private func pick(_ vi: String, _ en: String) -> String { Bilingual(vi: vi, en: en)[language] }

    private func heading(_ vi: String, _ en: String) -> Styled { Styled(pick(vi, en), .heading) }

    private func example(_ example: Verb.Example) -> Styled {
        let line = "  " + DisplayWidth.padded(example.line, to: 40)
        let own = DisplayWidth.of(example.line) > 40 ? "\n      " : "  "
        return Styled(own.hasPrefix("\n") ? "  " + example.line : line, .code)
            + Styled(own + "# " + example.meaning[language], .faint)
    }

    private func spelling(_ flag: Flag) -> String {
        (flag.letter.map { "-\($0), " } ?? "    ") + flag.spelling(language)
    }

    private func entry(_ flag: Flag) -> [Styled] {
        let details = flag.details[language]
        let head = Styled("  " + spelling(flag), .code)
        return [head] + wrapped(flag.summary[language], indent: "          ")
            + (details.isEmpty ? [] : wrapped(details, indent: "          "))
    }

    private func table(_ rows: [(String, String)]) -> [Styled] {
        let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        return rows.map { name, text in
            let lines = wrapped(text, indent: String(repeating: " ", count: width + 4))
            let first = lines.first?.plain.dropFirst(width + 4) ?? ""
            let head = Styled("  " + DisplayWidth.padded(name, to: width), .code) + Styled("  " + first)
            return lines.dropFirst().reduce(head) { $0 + Styled("\n") + $1 }
        }
    }

    /// The text in lines of at most 100 columns.
    private func wrapped(_ text: String, indent: String) -> [Styled] {
        var (lines, line) = ([String](), indent)
        for word in text.split(separator: " ") {
            if line != indent, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > 100 {
                lines.append(line)
                line = indent
            }
            line += (line == indent ? "" : " ") + word
        }
        return (lines + [line]).map { Styled($0) }
    }
}
