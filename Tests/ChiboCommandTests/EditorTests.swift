import ChiboCommand
import Testing

/// Types bytes into an editor; gives the text with a bar at the cursor, and the last action.
private func typed(_ keys: String, history: [String] = []) -> (text: String, action: LineEditor.Action) {
    var (decoder, editor) = (KeyDecoder(), LineEditor(history: History(history)))
    var action = LineEditor.Action.nothing
    for key in decoder.feed(Array(keys.utf8)) + decoder.flush() { action = editor.press(key) }
    return (editor.before + "|" + editor.after, action)
}

private let left = "\u{1B}[D", right = "\u{1B}[C", up = "\u{1B}[A", down = "\u{1B}[B"

@Suite struct `The line editor` {
    @Test(arguments: [
        ("abc", "abc|"), ("abc\(left)\(left)X", "aX|bc"), ("abc\u{1B}[HX", "X|abc"),
        ("abc\u{1B}OHX\u{1B}OFY", "XabcY|"),
        ("abc\u{01}X\u{05}Y", "XabcY|"), ("abc\u{7F}", "ab|"), ("abc\u{08}", "ab|"),
        ("abc\(left)\(left)\u{1B}[3~", "a|c"),
        ("\u{7F}\(left)\u{1B}[3~", "|"), ("ab cd\u{17}", "ab |"), ("ab  cd  \u{17}", "ab  |"),
        ("abc\(left)\u{0B}", "ab|"),
        ("abc\(left)\u{15}", "|c"), ("abc\u{15}\u{19}\u{19}", "abcabc|"), ("ab.cd\u{1B}b\u{1B}bX", "X|ab.cd"),
        ("ab.cd\u{01}\u{1B}f\u{1B}[1;5CX", "ab.cdX|"), ("ab cd\u{1B}\u{7F}", "ab |"),
        ("abc\u{02}\u{02}\u{06}X", "abX|c"),
        ("a\u{1B}\rb", "a\nb|"), ("\u{1B}[99~\u{1B}[Zx", "x|"),
    ])
    func `moves and cuts`(_ keys: String, _ expected: String) {
        #expect(typed(keys).text == expected)
    }

    @Test(arguments: [
        // Telex over ibus: letters go out, come back by backspaces, and come again with their marks.
        ("Nguye\u{7F}ê\u{7F}ễn", "Nguyễn|"), ("ddang\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}đang", "đang|"),
        // A letter and its marks are one to the cursor and to backspace, in either form.
        ("Hòa\(left)\(left)X", "HX|òa"), ("Ho\u{300}a\(left)\u{7F}", "H|a"), ("a\u{302}\u{7F}", "|"),
        ("👨‍👩‍👧x\(left)\u{7F}", "|x"),
    ])
    func `is safe for input methods`(_ keys: String, _ expected: String) {
        #expect(typed(keys).text == expected)
    }

    @Test func `brackets and quotes are left as typed`() {
        #expect(typed("f(\"x{").text == "f(\"x{|")
    }

    @Test func `a letter cut in two by a read is one letter`() {
        var decoder = KeyDecoder()
        let bytes = Array("ễ".utf8)
        #expect(decoder.feed([bytes[0]]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.feed(Array(bytes[1...])) == [.text("ễ")])
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.feed(Array("[A".utf8)) == [.up])
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed([0xFF, 0x61]) == [.text("a")])
    }

    @Test(arguments: 0..<300)
    func `bytes cut anywhere give the same keys`(_ seed: Int) {
        let bytes = Array("aễ\u{1B}[A\u{1B}[1;5C\u{1B}[200~x\ny\u{1B}[201~\u{1B}OHđ\u{0D}\u{12}z".utf8)
        var (state, rest, keys) = (UInt64(seed) &* 2_654_435_761 | 1, bytes[...], [Key]())
        var decoder = KeyDecoder()
        while !rest.isEmpty {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let count = min(rest.count, 1 + Int(state >> 33) % 5)
            keys += decoder.feed(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        let whole: [Key] = [
            .text("a"), .text("ễ"), .up, .wordRight, .paste("x\ny"), .home, .text("đ"), .enter, .control("r"),
            .text("z"),
        ]
        func flat(_ keys: [Key]) -> [Key] {
            keys.flatMap { key -> [Key] in
                if case .text(let text) = key { text.map { .text(String($0)) } } else { [key] }
            }
        }
        #expect(flat(keys) == whole)
    }

    @Test func `pasted text keeps its lines, and nothing in it is a command`() {
        let paste = "\u{1B}[200~if a then\r\n\tb()\u{03}\u{1B}[31m\rend\u{1B}[201~"
        let result = typed(paste)
        #expect(result.text == "if a then\n    b()[31m\nend|")
        #expect(result.action == .redraw)
    }

    @Test func `Enter hands over composed text`() {
        #expect(typed("Ho\u{300}a\r").action == .submit("Hòa"))
        #expect(Array("Hòa".utf8) != Array("Ho\u{300}a".utf8))
        if case .submit(let text) = typed("Ho\u{300}a\r").action { #expect(text.utf8.count == 4) }
    }

    @Test func `Ctrl-C gives the line up, Ctrl-D ends only an empty one`() {
        #expect(typed("abc\u{03}").action == .cancel)
        #expect(typed("\u{04}").action == .end)
        #expect(typed("ab\u{01}\u{04}").text == "|b")
        #expect(typed("ab\u{04}").action == .nothing)
    }

    @Test(arguments: [
        ("\(up)", "two|"), ("\(up)\(up)", "one|"), ("\(up)\(up)\(up)", "one|"), ("new\(up)\(down)", "new|"),
        ("new\(up)\(up)\(down)\(down)\(down)", "new|"), ("\u{10}\u{10}\u{0E}", "two|"),
    ])
    func `arrows go through the history and come back to what was typed`(_ keys: String, _ expected: String) {
        #expect(typed(keys, history: ["one", "two"]).text == expected)
    }

    @Test func `arrows first move inside a statement of several lines`() {
        #expect(typed("abc\u{1B}\rde\(up)X", history: ["old"]).text == "abX|c\nde")
        #expect(typed("abc\u{1B}\rde\(up)\(up)", history: ["old"]).text == "old|")
        #expect(typed("a\u{1B}\rbcd\(up)\(down)X").text == "a\nbX|cd")
        #expect(typed("ab\u{1B}\rcd\u{01}X\u{05}Y\(up)\u{0B}").text == "ab|XcdY")
    }

    @Test(arguments: [
        ("\u{12}mem", "members:count()|"), ("\u{12}mem\u{12}", "local m = members[1]|"), ("\u{12}zzz", "|"),
        ("\u{12}chi bo", "x = \"Chi bộ 1\"|"), ("\u{12}memq\u{7F}", "members:count()|"),
        ("\u{12}mem\(left)X", "members:count(X|)"),
        ("\u{12}mem\u{07}", "|"), ("\u{12}mem\u{1B}", "members:count()|"),
    ])
    func `Ctrl-R searches back, with or without marks`(_ keys: String, _ expected: String) {
        let history = ["x = \"Chi bộ 1\"", "local m = members[1]", "members:count()"]
        #expect(typed(keys, history: history).text == expected)
    }

    @Test func `the history leaves out repetitions, blanks and what begins with a space`() {
        var history = History(["a"])
        for entry in ["a", "", " secret", "b", "b", "a"] { history.add(entry) }
        #expect(history.entries == ["a", "b", "a"])
    }

    @Test(arguments: [
        ("mem", ["members"], "members|", []), ("mem", ["members", "member_count"], "member|", []),
        ("member", ["members", "member_count"], "member|", ["members", "member_count"]), ("x", [], "x|", []),
    ])
    func `Tab puts in what is sure and lists the rest`(
        _ word: String, _ candidates: [String], _ text: String, _ listed: [String]
    ) {
        var editor = LineEditor()
        _ = editor.press(.text(word))
        #expect(editor.press(.tab) == .complete(word))
        #expect(editor.complete(word, with: candidates) == listed)
        #expect(editor.before + "|" + editor.after == text)
    }
}

@Suite struct `The layout of a statement` {
    @Test(arguments: [
        ("ab", "", 10, ["> ab"], 0, 4), ("abcdefgh", "", 10, ["> abcdefgh", ""], 1, 0),
        ("abcdefghi", "", 10, ["> abcdefgh", "i"], 1, 1),
        ("a\n", "b", 10, ["> a", ". b"], 1, 2), ("中文中文", "", 9, ["> 中文中", "文"], 1, 2), ("", "", 10, ["> "], 0, 2),
        ("Nguyê\u{303}n", "", 10, ["> Nguyê\u{303}n"], 0, 8), ("", "abcdefghij", 10, ["> abcdefgh", "ij"], 0, 2),
    ])
    func `wraps by display width`(
        _ before: String, _ after: String, _ columns: Int, _ rows: [String], _ row: Int, _ column: Int
    ) {
        let layout = LineLayout(prompt: "> ", continuation: ". ", before: before, after: after, columns: columns)
        #expect(layout.rows == rows)
        #expect(layout.cursorRow == row)
        #expect(layout.cursorColumn == column)
    }
}
