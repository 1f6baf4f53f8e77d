import ChiboCommand
import ChiboModel
import Testing

@Suite struct `What people read` {
    @Test(arguments: ["vi", "en"])
    func `the help`(_ language: String) throws {
        try expectSnapshot(chibo("help", "--lang", language).output, "help.\(language)")
        try expectSnapshot(chibo("help", "exit-codes", "--lang", language).output, "help-exit-codes.\(language)")
        for verb in Verb.all {
            let output = chibo("help", verb.name.rawValue, "--lang", language).output
            try expectSnapshot(output, "help-\(verb.name.rawValue).\(language)")
        }
    }

    @Test(arguments: [Language.vi, .en])
    func `a diagnostic with all its parts`(_ language: Language) throws {
        let source = """
            criterion("đủ điều kiện", function(member)
            \treturn member.branch.quota > 0
            end)
            """
        let diagnostic = Diagnostic(
            "CB-N012", .script,
            Bilingual(vi: "`member.branch` đang trống (nil)", en: "`member.branch` is empty (nil)"),
            place: .init(file: "ket-nap.lua", line: 2, column: 9, length: 13),
            excerpt: .init(of: source, line: 2), label: Bilingual(vi: "chưa gán chi bộ", en: "no branch yet"),
            record: "M-0421", others: 36,
            cause: Bilingual(vi: "37/1.204 người chưa có `branch`", en: "37 of 1,204 have no `branch`"),
            suggestion: Bilingual(both: "get(member, \"branch.quota\", 0) > 0"),
            original: "attempt to index a nil value (field 'branch')", arguments: ["field": "branch"])
        let lines = DiagnosticPrinter(language: language).lines(diagnostic).map(\.plain)
        try expectSnapshot(lines.joined(separator: "\n") + "\n", "diagnostic.\(language)")
        try expectSnapshot(diagnostic.json.pretty + "\n", "diagnostic-json")
    }

    @Test(arguments: [
        ("  x = ‹mebers›", 6), ("Đặng = ‹x›", 7), ("Đa\u{302}\u{323}ng = ‹x›", 7), ("中文 = ‹x›", 7), ("\t‹x›", 4),
        ("a\u{1B}‹x›", 5),
    ])
    func `the caret stands under what it means`(_ marked: String, _ column: Int) throws {
        let before = String(marked.prefix { $0 != "‹" })
        let text = marked.filter { $0 != "‹" && $0 != "›" }
        let length = marked.count - before.count - 2
        let diagnostic = Diagnostic(
            "CB-N001", .script, Bilingual(both: "x"),
            place: .init(file: "a.lua", line: 1, column: before.count + 1, length: length),
            excerpt: .init(firstLine: 1, lines: [text]))
        let lines = DiagnosticPrinter(language: .en).lines(diagnostic).map(\.plain)
        #expect(lines.count == 3)
        let gutter = "    1 │ ".count
        #expect(lines[2].prefix { $0 != "^" }.count == gutter + column)
        #expect(lines[2].count { $0 == "^" } == length)
    }

    @Test func `an excerpt is the line and the one before, whatever ends the lines`() {
        for end in ["\n", "\r\n"] {
            let text = ["a", "b", "c"].joined(separator: end)
            #expect(Diagnostic.Excerpt(of: text, line: 2) == .init(firstLine: 1, lines: ["a", "b"]))
            #expect(Diagnostic.Excerpt(of: text, line: 1) == .init(firstLine: 1, lines: ["a"]))
            #expect(Diagnostic.Excerpt(of: text, line: 3)?.lines == ["b", "c"])
            #expect(Diagnostic.Excerpt(of: text, line: 4) == nil)
        }
    }

    @Test(arguments: Diagnostic.Kind.allCases)
    func `every kind of failure has its exit code`(_ kind: Diagnostic.Kind) {
        #expect(ExitCode(kind) != .success)
        #expect(chibo("help", "exit-codes").output.contains("  \(ExitCode(kind).rawValue) "))
    }
}

@Suite struct `The JSON of results` {
    @Test func `keeps the order of members and escapes what must be`() {
        let json = JSON.object(["b": .int(1), "a": .array([.string("x\"\\\n\u{01}"), .null, .bool(true)]), "c": nil])
        #expect(json.compact == #"{"b": 1, "a": ["x\"\\\n\u0001", null, true]}"#)
        #expect(JSON.object([]).pretty == "{}")
    }
}
