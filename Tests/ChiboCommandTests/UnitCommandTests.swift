import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// A unit made by `chibo init`, with a store of its own.
private final class FreshUnit {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        #expect(chibo("init", "-C", folder.path).code == .success)
    }

    func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) -> Outcome {
        let terminal = StringTerminal(input: input)
        let code = Command(terminal: terminal, environment: environment).run(["-C", folder.path] + arguments)
        return Outcome(code: code, output: terminal.output, messages: terminal.messages)
    }

    /// Imports two branches and their meetings of 2023: four thematic ones and three.
    func fill() throws {
        try folder.write(
            """
            local import = require "import"
            return import.define { id = "don-vi", into = "unit", sheet = 1,
              columns = { { "Tên chi bộ", "name" }, { "Cấp", "kind" }, { "Loại", "type" } } }
            """, to: "imports/don-vi.lua")
        try folder.write(
            "Tên chi bộ,Cấp,Loại\nChi bộ Một,branch,student\nChi bộ Hai,branch,faculty\n", to: "don-vi.csv")
        var meetings = "Chi bộ,Ngày họp,Loại sinh hoạt,Nội dung\n"
        for (branch, count) in [("Chi bộ Một", 4), ("Chi bộ Hai", 3)] {
            for month in 1...count { meetings += "\(branch),05/0\(month)/2023,thematic,Chuyên đề \(month)\n" }
        }
        try folder.write(meetings, to: "sinh-hoat.csv")
        #expect(run(["import", "don-vi", "don-vi.csv"]).code == .success)
        #expect(run(["import", "sinh-hoat", "sinh-hoat.csv"]).code == .success)
    }
}

@Suite struct `The command in a unit` {
    @Test func `a new unit checks, passes its tests, and is not overwritten`() throws {
        let unit = try FreshUnit()
        #expect(unit.run(["check"]).code == .success)
        let test = unit.run(["test", "-v"])
        #expect(test.code == .success)
        #expect(test.output.hasSuffix("2 passed, 0 failed\n"))
        #expect(!FileManager.default.fileExists(atPath: unit.folder.file("chibo.sqlite")), "tests open no store")
        try unit.folder.write("-- mine", to: "criteria/sinh-hoat-chuyen-de.lua")
        #expect(unit.run(["init"]).output.isEmpty)
        #expect(
            try String(contentsOfFile: unit.folder.file("criteria/sinh-hoat-chuyen-de.lua"), encoding: .utf8)
                == "-- mine")
    }

    @Test func `a changed threshold shows in the next run`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let first = unit.run(["evaluate", "--period", "2023"])
        #expect(first.code == .success)
        #expect(first.output.contains("met 1 · not met 1"))
        #expect(first.output.contains("3/4 buổi"))
        #expect(unit.run(["evaluate", "--period", "2023", "--set", "min=3"]).output.contains("met 2"))
        let path = unit.folder.file("criteria/sinh-hoat-chuyen-de.lua")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try unit.folder.write(text.replacing("min = 4", with: "min = 3"), to: "criteria/sinh-hoat-chuyen-de.lua")
        #expect(unit.run(["run", "criteria/sinh-hoat-chuyen-de.lua", "--period", "2023"]).output.contains("met 2"))
    }

    @Test func `JSON is read by a program that is not ours`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let one = unit.run(["evaluate", "sinh-hoat-chuyen-de", "--period", "2023", "--json"])
        let python = try Oracle.run(
            Oracle.python,
            [
                "-c",
                "import json,sys; d=json.load(sys.stdin); print(d['counts']['met'], d['verdicts'][1]['rules'][0]['message'],"
                    + " d['receipt']['period'], d['exit'])",
            ], input: one.output)
        #expect(python.output == "1 3/4 buổi 2023 0\n", "\(python.errors)")
        let filtered = unit.run(["evaluate", "--period", "2023", "--json", "--answer", "not_met"])
        #expect(filtered.output.contains("Chi bộ Hai") && !filtered.output.contains("Chi bộ Một"))
        #expect(filtered.output.hasPrefix("{\n  \"evaluations\": ["))
    }

    @Test func `the same file again changes nothing`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let again = unit.run(["import", "sinh-hoat", "sinh-hoat.csv"])
        #expect(again.code == .success)
        #expect(again.output.contains("nothing changed"))
        let json = unit.run(["import", "sinh-hoat", "sinh-hoat.csv", "--json"])
        #expect(json.output.contains("\"untouched\": 7") && json.output.contains("\"data_version\": null"))
    }

    @Test func `a bad row keeps everything out, unless the good ones are wanted`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let rows = "Chi bộ Một,hôm qua,thematic,x\nChi bộ Hai,06/06/2023,thematic,y\n"
        try unit.folder.write("Chi bộ,Ngày họp,Loại sinh hoạt,Nội dung\n" + rows, to: "bad.csv")
        let refused = unit.run(["import", "sinh-hoat", "bad.csv"])
        #expect(refused.code == .data)
        #expect(refused.messages.contains("CB-I010") && refused.messages.contains("hôm qua"))
        #expect(refused.output.contains("nothing was written"))
        let accepted = unit.run(["import", "sinh-hoat", "bad.csv", "--accept-valid"])
        #expect(accepted.code == .success)
        #expect(FileManager.default.fileExists(atPath: unit.folder.file("bad-rejected.xlsx")))
        #expect(unit.run(["evaluate", "--period", "2023"]).output.contains("met 2"))
    }

    @Test func `a dry run writes nothing`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let new = "Chi bộ,Ngày họp,Loại sinh hoạt,Nội dung\nChi bộ Hai,06/06/2023,thematic,y\n"
        try unit.folder.write(new, to: "new.csv")
        #expect(unit.run(["import", "sinh-hoat", "new.csv", "--dry-run"]).output.contains("dry run"))
        #expect(unit.run(["evaluate", "--period", "2023"]).output.contains("not met 1"))
    }

    @Test(arguments: [
        (["import", "dang-vien", "nowhere.csv"], ExitCode.input), (["import", "dang-vin", "don-vi.csv"], .usage),
        (["evaluate", "no-such"], .usage), (["run", "criteria/none.lua"], .input),
        (["test", "tests/none.lua"], .input),
        (["--store", "don-vi.csv", "evaluate"], .unavailable), (["report", "--format", "xlsx"], .usage),
        (["allocate"], .usage), (["run", "imports/don-vi.lua"], .usage), (["schedule", "next", "none"], .usage),
        (["evaluate", "--out", "none/x.txt"], .output),
    ])
    func `every failure has its code, in words and as JSON`(_ arguments: [String], _ code: ExitCode) throws {
        let unit = try FreshUnit()
        try unit.fill()
        let outcome = unit.run(arguments)
        #expect(outcome.code == code, "\(outcome.messages)")
        #expect(outcome.messages.hasPrefix("chibo: error[CB-"), "\(outcome.messages)")
        let json = unit.run(arguments + ["--json"])
        #expect(json.code == code)
        #expect(json.messages.contains("\"exit\": \(code.rawValue)"), "\(json.messages)")
    }

    @Test func `a script with a syntax error is shown with its line, and nothing is lost`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        try unit.folder.write("return criteria.define {\n  id = = 1 }", to: "criteria/bad.lua")
        let outcome = unit.run(["evaluate", "--period", "2023"])
        #expect(outcome.code == .data)
        #expect(outcome.messages.contains("criteria/bad.lua:2"))
        #expect(outcome.messages.contains("unexpected symbol"))
        let check = unit.run(["check", "criteria"])
        #expect(check.code == .negative)
        #expect(check.messages.contains("criteria/bad.lua:2:8"), "\(check.messages)")
    }

    @Test func `there is no unit outside of one`() throws {
        let folder = try TemporaryFolder()
        let outcome = chibo("evaluate", "-C", folder.path)
        #expect(outcome.code == .configuration)
        #expect(outcome.messages.contains("CB-H003"))
        #expect(chibo("evaluate", "-C", folder.path + "/none").code == .input)
        #expect(chibo("evaluate", "--unit", folder.path).code == .configuration)
    }

    @Test func `the prompt looks at the unit's records`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let outcome = unit.run(
            ["repl", "--as-of", "2023-12-31"],
            input: "#branches\nfor b in branches do\n  print(b.name)\nend\nx = 3\nx + 1\nbranches[1].chi_bo\n")
        #expect(outcome.output == "2\n4\n")
        #expect(outcome.messages.contains("Chi bộ Một\nChi bộ Hai\n"))
        #expect(outcome.messages.contains("CB-N002"))
        #expect(outcome.code == .negative)
    }

    @Test func `Tab completes globals, operations and fields`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let keys = ["bran\t", "[1].nam\t", "\r", "branches:cou\t", "()\r", "branches[1].short\t", "\r", "\u{04}"]
        let terminal = StringTerminal(keys: keys, isTerminal: true)
        let arguments = ["-C", unit.folder.path, "--color", "never", "repl", "--as-of", "2023-12-31"]
        #expect(Command(terminal: terminal, environment: [:]).run(arguments) == .success)
        #expect(terminal.output.contains("chibo> branches[1].name"))
        #expect(terminal.output.contains("[?2004lChi bộ Một\n"))
        #expect(terminal.output.contains("chibo> branches:count()"))
        #expect(terminal.output.contains("[?2004l2\n"))
        #expect(terminal.output.contains("chibo> branches[1].short_code"))
        #expect(terminal.messages.hasPrefix("chibo: Đảng ủy"))
        #expect(!terminal.messages.contains("error"))
    }

    @Test func `an import asks from when on a move counts, where somebody can answer`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        let roster = "Họ và tên,Ngày sinh,Chi bộ,Ngày vào Đảng\nNguyễn Văn Thử,01/02/1990,%,03/02/2015\n"
        try unit.folder.write(roster.replacing("%", with: "Chi bộ Một"), to: "a.csv")
        #expect(unit.run(["import", "dang-vien", "a.csv"]).code == .success)
        try unit.folder.write(roster.replacing("%", with: "Chi bộ Hai"), to: "b.csv")
        let arguments = ["-C", unit.folder.path, "--color", "never", "import", "dang-vien", "b.csv"]
        #expect(unit.run(["import", "dang-vien", "b.csv"]).code == .data)
        let silent = StringTerminal(input: "01/09/2023\n", isTerminal: true)
        #expect(Command(terminal: silent, environment: [:]).run(arguments + ["--no-input"]) == .data)
        let asked = StringTerminal(input: "soon\n01/09/2023\n", isTerminal: true)
        #expect(Command(terminal: asked, environment: [:]).run(arguments) == .success)
        #expect(asked.messages.contains("From which day?"))
        #expect(asked.output.contains("changed 1"))
    }

    @Test func `the schedule is listed, its times come in order, and nothing runs twice`() throws {
        let unit = try FreshUnit()
        try unit.folder.write(
            """
            local schedule = require "schedule"
            return schedule.define { id = "quy", on = { every = "quarter", day = 5, at = "07:30" },
              run = function(run) return run:criteria("sinh-hoat-chuyen-de") end }
            """, to: "schedules/quy.lua")
        #expect(unit.run(["schedule", "list"]).output.contains("quy"))
        let next = unit.run(["schedule", "next", "4"])
        let times = next.output.split(separator: "\n")
        #expect(times.count == 4 && times == times.sorted())
        #expect(times.allSatisfy { $0.contains("-05T07:30:00  quy") })
        #expect(unit.run(["schedule", "next", "quy", "--json"]).output.contains("\"schedule\": \"quy\""))
        // A new schedule never runs for times before it was made.
        let due = unit.run(["schedule", "run-due"])
        #expect(due.code == .success && due.output.isEmpty)
        #expect(due.messages.contains("nothing is due"))
        #expect(unit.run(["schedule", "history"]).output.isEmpty)
        #expect(unit.run(["schedule", "next", "qui"]).messages.contains("did you mean \"quy\"?"))
    }

    @Test func `a report goes to the screen as text and to a folder as files`() throws {
        let unit = try FreshUnit()
        try unit.fill()
        try unit.folder.write(
            """
            local report = require "report"
            return report.define { id = "so-chi-bo", title = "Số chi bộ", type = "report", every = "year",
              render = function(doc) doc:heading "Số chi bộ" doc:paragraph(("Có %d chi bộ."):format(branches:count())) end }
            """, to: "reports/so-chi-bo.lua")
        let printed = unit.run(["report", "so-chi-bo", "--period", "2023"])
        #expect(printed.code == .success, "\(printed.messages)")
        #expect(printed.output.contains("Có 2 chi bộ."))
        let written = unit.run(["report", "--period", "2023", "--format", "html,markdown", "--out", "out"])
        #expect(written.code == .success)
        let files = written.output.split(separator: "\n").map(String.init)
        #expect(files.map { String($0.split(separator: "/").last ?? "") } == ["so-chi-bo.html", "so-chi-bo.md"])
        #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }

    @Test func `the doctor knows the unit and its store`() throws {
        let unit = try FreshUnit()
        let empty = unit.run(["doctor"])
        #expect(empty.output.contains("no records yet"))
        try unit.fill()
        #expect(unit.run(["doctor"]).output.contains("data version 2 · units 2"))
        try unit.folder.write("this is no database, and long enough to be looked at as one", to: "bad.sqlite")
        let broken = unit.run(["--store", "bad.sqlite", "doctor"])
        #expect(broken.code == .negative)
        #expect(broken.output.contains("bad"))
    }
}
