import ChiboCommand
import ChiboModel
import Foundation
import Testing

/// The words of a command line as a shell cuts them, up to a pipe, without the program's name.
func words(of line: String) -> [String] {
    let command = line.split(separator: "|").last { $0.contains("chibo ") } ?? ""
    return command.split(separator: " ").dropFirst().map(String.init)
}

@Suite struct `The tables of verbs and flags` {
    @Test(arguments: Verb.all.map(\.name))
    func `every verb speaks both languages and has an example`(_ name: Verb.Name) throws {
        let verb = try #require(Verb.named(name.rawValue))
        #expect(!verb.examples.isEmpty)
        for text in [verb.summary] { #expect(!text.vi.isEmpty && !text.en.isEmpty && text.vi != text.en) }
        #expect(verb.details.vi.isEmpty == verb.details.en.isEmpty)
        for flag in verb.allFlags {
            #expect(!flag.summary.vi.isEmpty && !flag.summary.en.isEmpty, "--\(flag.name)")
            #expect(flag.details.vi.isEmpty == flag.details.en.isEmpty, "--\(flag.name)")
        }
    }

    @Test func `every name of a verb stands in the table once, and no two flags of a verb share a name or a letter`() {
        #expect(Verb.all.map(\.name.rawValue).sorted() == Verb.Name.allCases.map(\.rawValue).sorted())
        for verb in Verb.all {
            let names = verb.allFlags.map(\.name)
            #expect(Set(names).count == names.count)
            let letters = verb.allFlags.compactMap(\.letter)
            #expect(Set(letters).count == letters.count)
        }
    }

    @Test(arguments: Verb.all.flatMap(\.examples).map(\.line))
    func `every example is understood`(_ line: String) throws {
        let raw = try RawArguments(words(of: line))
        #expect(raw.verb != nil)
    }

    @Test(arguments: CodePage.all.map(\.code))
    func `every code has its page in both languages`(_ code: String) {
        for language in ["vi", "en"] {
            let outcome = chibo("help", code.lowercased(), "--lang", language)
            #expect(outcome.code == .success)
            #expect(outcome.output.hasPrefix(code))
            #expect(outcome.output.split(separator: "\n").count >= 2)
        }
    }
}

@Suite struct `The codes` {
    @Test func `every code that the sources name has a page, and no page is there twice`() throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3).joined(separator: "/").dropFirst()
        var codes: Set<String> = []
        for room in ["Sources", "Stdlib"] {
            let folder = root + "/" + room
            for case let name as String in FileManager.default.enumerator(atPath: String(folder)) ?? .init()
            where (name.hasSuffix(".swift") || name.hasSuffix(".lua")) && !name.contains("ChiboCommand/Help/") {
                let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                codes.formUnion(text.matches(of: /"(CB-[A-Z][0-9]{3})"/).map { String($0.1) })
            }
        }
        let known = CodePage.all.map(\.code)
        #expect(codes.count > 60)
        #expect(codes.subtracting(known).sorted() == [])
        #expect(Set(known).count == known.count)
    }
}

@Suite struct `The command line` {
    @Test(arguments: [
        ["evaluate", "x", "--period", "2023"], ["--period", "2023", "evaluate", "x"],
        ["evaluate", "--period=2023", "x"],
        ["evaluate", "--period", "2022", "--period", "2023", "x"], ["-q", "evaluate", "x", "--period", "2023"],
    ])
    func `takes flags anywhere, and the last one wins`(_ arguments: [String]) throws {
        let options = Options(try RawArguments(arguments), environment: [:])
        #expect(options.verb?.name == .evaluate)
        #expect(options.operands == ["x"])
        #expect(options.period == Period(year: 2023))
    }

    @Test func `joins letters, glues values and stops at two dashes`() throws {
        let options = Options(try RawArguments(["-qvC", "dir", "run", "-oout", "--", "-x"]), environment: [:])
        #expect(options.directory == "dir")
        #expect(options.output == "out")
        #expect(options.operands == ["-x"])
        #expect(Options(try RawArguments(["-Cdir", "repl"]), environment: [:]).directory == "dir")
    }

    @Test func `collects parameters, formats and answers`() throws {
        let options = Options(
            try RawArguments(["evaluate", "--set", "min=3", "--set=a==b", "--set", "min=4", "--answer", "met,error"]),
            environment: [:])
        #expect(options.parameters == ["min": "4", "a": "=b"])
        #expect(options.answers == [.met, .error])
    }

    @Test func `composes the letters of parameters, which scripts compare byte by byte`() throws {
        let options = Options(try RawArguments(["evaluate", "--set", "te\u{302}n=Ho\u{300}a"]), environment: [:])
        let pair = try #require(options.parameters.first)
        #expect(Array(pair.key.utf8) == Array("t\u{EA}n".utf8) && Array(pair.value.utf8) == Array("H\u{F2}a".utf8))
    }

    @Test func `reads days in both ways of writing`() throws {
        for text in ["2023-09-01", "01/09/2023", "1/9/2023"] {
            let options = Options(try RawArguments(["evaluate", "--as-of", text]), environment: [:])
            #expect(options.asOf == CalendarDate(year: 2023, month: 9, day: 1))
        }
    }

    @Test(arguments: [
        (["evalute"], "CB-U001", "chibo evaluate"), (["nhap"], "CB-U001", "chibo import"),
        (["đánh giá"], "CB-U001", "chibo evaluate"), (["evaluate", "--perod", "2023"], "CB-U002", "--period"),
        (["-x"], "CB-U002", "chibo help"), (["--bogus", "x", "evaluate"], "CB-U002", "chibo help"),
        (["evaluate", "--period"], "CB-U003", "--period PERIOD"), (["evaluate", "--json=1"], "CB-U004", "--json"),
        (["evaluate", "--period", "next"], "CB-U005", "2023-Q1"),
        (["evaluate", "--as-of", "30/02/2023"], "CB-U005", "2023-12-31"),
        (["evaluate", "--set", "=3"], "CB-U005", "min=3"), (["--color", "alway", "help"], "CB-U005", "--color always"),
        (["report", "--format", "html,xslx"], "CB-U005", "--format html,xlsx"),
        (["import", "dang-vien"], "CB-U006", "chibo import dang-vien"),
        (["schedule", "lits"], "CB-U007", "chibo schedule list"), (["plan", "a", "b"], "CB-U008", "chibo plan"),
        (["help", "evalute"], "CB-U009", "chibo help evaluate"),
    ])
    func `says what is wrong and what was meant`(_ arguments: [String], _ code: String, _ suggestion: String) {
        let terminal = StringTerminal()
        let exit = Command(terminal: terminal, environment: [:]).run(arguments)
        #expect(exit == .usage)
        #expect(terminal.output.isEmpty)
        #expect(terminal.messages.hasPrefix("chibo: error[\(code)]"), "\(terminal.messages)")
        #expect(terminal.messages.contains(suggestion), "\(terminal.messages)")
        let json = StringTerminal()
        #expect(Command(terminal: json, environment: [:]).run(["--json"] + arguments) == .usage)
        #expect(json.messages.hasPrefix("{\"code\": \"\(code)\""))
        #expect(json.messages.contains("\"exit\": 64"))
    }

    @Test(arguments: [
        ([:], "en"), (["LANG": "vi_VN.UTF-8"], "vi"), (["LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"], "vi"),
        (["LANG": "vi_VN", "CHIBO_LANG": "en"], "en"), (["LANG": "vi_VN", "LC_ALL": ""], "vi"), (["LANG": "C"], "en"),
    ])
    func `finds its language in the environment`(_ environment: [String: String], _ language: String) {
        let outcome = chibo("help", environment: environment)
        #expect(outcome.output.contains(language == "vi" ? "Ví dụ" : "Examples"))
        #expect(chibo("help", "--lang", "vi", environment: environment).output.contains("Ví dụ"))
    }

    @Test func `without a verb it shows help as a message and ends with 64`() {
        let outcome = chibo()
        #expect(outcome.code == .usage)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains("Examples"))
        #expect(chibo("--help").code == .success)
        #expect(chibo("--help").output == outcome.messages)
    }

    @Test func `a verb's help wins over what is missing`() {
        #expect(chibo("import", "--help").output == chibo("help", "import").output)
        #expect(chibo("--version").output == "chibo \(ChiboVersion.number)\n")
        #expect(chibo("version", "--json").output.contains("\"chibo\": \"\(ChiboVersion.number)\""))
    }
}

@Suite struct `The streams` {
    @Test func `a reader that goes away is no failure`() {
        let outcome = chibo("help") { $0.outputLimit = 10 }
        #expect(outcome.code == .success)
        #expect(outcome.messages.isEmpty)
    }

    @Test func `a full disk behind stdout is said, with exit 73`() {
        let outcome = chibo("help") { $0.outputError = 28 }
        #expect(outcome.code == .output)
        #expect(outcome.messages.contains("CB-H001"))
        #expect(outcome.messages.contains("disk is full"))
    }

    @Test(arguments: [
        ([], true, [:], true), ([], false, [:], false), ([], true, ["NO_COLOR": "1"], false),
        ([], true, ["NO_COLOR": ""], true), ([], true, ["TERM": "dumb"], false),
        (["--color", "always"], false, [:], true),
        (["--color=never"], true, [:], false), (["--color", "always"], true, ["NO_COLOR": "1"], true),
    ])
    func `colours only where they are wanted`(
        _ arguments: [String], _ watched: Bool, _ environment: [String: String], _ coloured: Bool
    ) {
        let terminal = StringTerminal(isTerminal: watched)
        _ = Command(terminal: terminal, environment: environment).run(["help"] + arguments)
        #expect(terminal.output.contains("\u{1B}[") == coloured)
    }

    @Test func `what could steer a terminal is written out there, and left alone in a pipe`() throws {
        let text = Styled("a\u{1B}[31m\u{07}\u{9B}\u{202E}b\tc")
        let terminal = StringTerminal(isTerminal: true)
        try Console(terminal).print(text)
        #expect(terminal.output == "a\\x1B[31m\\x07\\x9B\\u{202E}b\tc\n")
        let pipe = StringTerminal()
        let console = Console(pipe)
        try console.print(text)
        try console.flush()
        #expect(pipe.output == "a\u{1B}[31m\u{07}\u{9B}\u{202E}b\tc\n")
        #expect(chibo("\u{1B}]0;x\u{07}", isTerminal: true).messages.contains("\\x1B]0;x\\x07"))
    }

    @Test(arguments: [
        ("Nguyễn", 6), ("Nguye\u{302}\u{303}n", 6), ("Đặng Thị", 8), ("中文", 4), ("👍", 2), ("a\u{200B}b", 2), ("", 0),
    ])
    func `a letter with its marks takes one column`(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
        #expect(DisplayWidth.of(DisplayWidth.padded(text, to: 12)) == 12)
        #expect(DisplayWidth.of(DisplayWidth.cut(text, to: 4)) <= 4)
    }

    @Test func `progress waits a second, then keeps one line on a terminal`() {
        let terminal = StringTerminal(isTerminal: true, columns: 40)
        let progress = Progress(Console(terminal), Bilingual(both: "đọc"))
        progress.update(1, of: 100)
        #expect(terminal.messages.isEmpty)
        terminal.now = 1500
        progress.update(10, of: 100, at: "Chi bộ Khoa Kinh tế và Quản trị")
        terminal.now = 1510
        progress.update(11, of: 100)
        #expect(terminal.messages.hasPrefix("\rđọc 10/100 (10 %), ~13 s left"))
        #expect(!terminal.messages.contains("11/100"))
        progress.finish()
        #expect(terminal.messages.hasSuffix("\r\u{1B}[K"))
        #expect(!terminal.messages.contains("\n"))
    }

    @Test func `progress is a line every tenth where nobody watches`() {
        let terminal = StringTerminal()
        let progress = Progress(Console(terminal), Bilingual(both: "read"))
        terminal.now = 2000
        for done in 1...100 { progress.update(done, of: 100) }
        #expect(terminal.messages.split(separator: "\n").count == 10)
        #expect(terminal.messages.hasPrefix("chibo: read 10/100 (10 %)"))
    }

    @Test func `a job in JSON or asked to be quiet shows no progress`() {
        for flag in ["json", "quiet"] {
            let terminal = StringTerminal(isTerminal: true)
            let console = Console(terminal)
            (console.settings.json, console.settings.quiet) = (flag == "json", flag == "quiet")
            let progress = Progress(console, Bilingual(both: "read"))
            terminal.now = 2000
            progress.update(5, of: 10)
            #expect(terminal.messages.isEmpty)
        }
    }
}
