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
