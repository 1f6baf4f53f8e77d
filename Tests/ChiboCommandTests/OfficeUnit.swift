import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// A unit with two branches and three members on record, and the sheets that go wrong.
final class OfficeUnit {
    let folder: TemporaryFolder

    static let header = "Họ và tên,Ngày sinh,Số CCCD,Ngày vào Đảng,Chi bộ\n"
    static let rows = """
        Nguyễn Thị Hòa,19/05/1980,001180000001,03/02/2010,Chi bộ Một
        Trần Văn Bình,1975,001075000002,19/05/2003,Chi bộ Một
        Đặng Thu Hà,03/2002,001302000003,01/09/2023,Chi bộ Hai

        """

    init() throws {
        folder = try TemporaryFolder()
        #expect(chibo("init", "-C", folder.path).code == .success)
        try folder.write(
            """
            local import = require "import"
            return import.define {
              id = "dang-vien", into = "member", key = { "national_id" }, complete = true,
              columns = {
                { "Họ và tên", "full_name", required = true },
                { "Ngày sinh", "birth" },
                { "Số CCCD", "national_id", import.digits },
                { "Ngày vào Đảng", "admitted_on", import.date "dd/mm/yyyy" },
                { "Chi bộ", "branch", import.by_name, required = true },
              },
            }
            """, to: "imports/dang-vien.lua")
        try folder.write("Tên chi bộ\nChi bộ Một\nChi bộ Hai\n", to: "chi-bo.csv")
        try folder.write(Self.header + Self.rows, to: "dang-vien.csv")
        #expect(run("import", "chi-bo", "chi-bo.csv").code == .success)
        #expect(run("import", "dang-vien", "dang-vien.csv").code == .success)
    }

    func run(_ arguments: String..., input: String = "") -> Outcome { run(arguments, input: input) }

    func run(_ arguments: [String], input: String = "") -> Outcome {
        let terminal = StringTerminal(input: input)
        let code = Command(terminal: terminal, environment: [:]).run(["-C", folder.path] + arguments)
        return Outcome(code: code, output: terminal.output, messages: terminal.messages)
    }

    /// The answers of the prompt on a day.
    func ask(_ questions: String..., on day: String = "2024-06-30") -> [Substring] {
        run(["repl", "--as-of", day], input: questions.joined(separator: "\n") + "\n").output
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    /// Imports a sheet that must not go in, and expects the words in either language, the code, and the records as they
    /// were.
    func refuses(
        _ file: String, code: ExitCode, saying words: [String], _ vietnamese: [String],
        by mapping: String = "dang-vien",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let before = ask("#members", "#branches")
        let english = run("import", mapping, file, "--lang", "en")
        #expect(english.code == code, "\(english.messages)", sourceLocation: sourceLocation)
        for word in words + [file] {
            #expect(english.messages.contains(word), "\(english.messages)", sourceLocation: sourceLocation)
        }
        let other = run("import", mapping, file, "--lang", "vi")
        for word in vietnamese {
            #expect(other.messages.contains(word), "\(other.messages)", sourceLocation: sourceLocation)
        }
        #expect(other.messages.contains("  thử      "), "it says what to do", sourceLocation: sourceLocation)
        #expect(ask("#members", "#branches") == before, "nothing is lost", sourceLocation: sourceLocation)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
    }

    /// Makes or changes a workbook with openpyxl.
    func python(_ program: String, _ names: String...) throws {
        let result = try Oracle.python("import sys, openpyxl, zipfile\n" + program, names.map(folder.file))
        try #require(result.status == 0, "\(result.errors)")
    }

    /// The roster as a workbook.
    func workbook(_ name: String) throws {
        try python(
            """
            import csv
            book = openpyxl.Workbook(); sheet = book.active
            for row in csv.reader(open(sys.argv[1], encoding="utf-8")): sheet.append(row)
            book.save(sys.argv[2])
            """, "dang-vien.csv", name)
    }
}
