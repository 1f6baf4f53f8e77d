import ChiboCommand
import ChiboSandbox
import ChiboTestSupport
import Foundation
import Testing

@Suite(.enabled(if: BuiltCommand.path != nil, "the built chibo is not there"), .timeLimit(.minutes(2)), .serialized)
struct `A script in a process of its own` {
    @Test func `answers what it answers in the command's process, and leaves its receipt`() throws {
        let unit = try GuardedUnit()
        let file = "criteria/sinh-hoat-chuyen-de.lua"
        for more in [[], ["--json"], ["--set", "min=0"], ["--lang", "vi"]] {
            let apart = try unit.run(more, file: file)
            let within = StringTerminal()
            let code = Command(terminal: within, environment: [:]).run(
                ["run", "-C", unit.folder.path, file, "--period", "2023"] + more)
            #expect(apart.code == code)
            #expect(apart.output == within.output)
            #expect(apart.messages == within.messages)
        }
        let count = try Oracle.python(
            "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('select count(*) from receipt').fetchone()[0])",
            [unit.folder.file("chibo.sqlite")])
        #expect("\(count)".contains("8"), "four of each")
    }

    @Test func `a loop ends at its deadline with 124 and its line`() throws {
        let unit = try GuardedUnit()
        try unit.write("while true do pcall(function() while true do end end) end")
        _ = try unit.run(["--deadline", "50ms"])  // the program's pages are in memory now
        let began = ContinuousClock.now
        let outcome = try unit.run(["--deadline", "400ms"])
        let took = ContinuousClock.now - began
        #expect(outcome.code == .timeout)
        #expect(outcome.messages.contains("criteria/attack.lua:3"))
        #expect(took >= .milliseconds(400) && took < .milliseconds(1500), "took \(took)")
    }

    @Test func `memory ends with 125 and its line, output with 126`() throws {
        let unit = try GuardedUnit()
        try unit.write("local t = {} for i = 1, 1e9 do t[i] = { i } end")
        let memory = try unit.run(["--memory", "8M"])
        #expect(memory.code.rawValue == 125)
        #expect(memory.messages.contains("criteria/attack.lua:3"))
        try unit.write("while true do print(('x'):rep(1000)) end")
        let flood = try unit.run(["--json"])
        #expect(flood.code.rawValue == 126)
        #expect(flood.messages.contains(#""exit": 126"#))
    }

    @Test func `reports go to the folder of --out, also as workbooks`() throws {
        let unit = try GuardedUnit()
        try unit.folder.write(
            """
            local report = require "report"
            return report.define { id = "dem", title = "Đếm", type = "report", every = "year",
              render = function(doc) doc:paragraph("Có " .. #branches .. " chi bộ.") end }
            """, to: "reports/dem.lua")
        let out = unit.folder.file("out")
        let outcome = try unit.run(["--out", out, "--format", "xlsx,html"], file: "reports/dem.lua")
        #expect(outcome.code == .success, "\(outcome.messages)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["dem.html", "dem.xlsx"])
    }

    @Test func `other results go to the file of --out`() throws {
        let unit = try GuardedUnit()
        let file = unit.folder.file("result.txt")
        #expect(try unit.run(["--out", file], file: "criteria/sinh-hoat-chuyen-de.lua").code == .success)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Chi bộ Một"))
    }

    @Test func `a program that is no chibo is a failed run with a report`() throws {
        let unit = try GuardedUnit()
        for (path, words, code) in [
            ("/bin/true", [], "CB-X002"), ("/nowhere", [], "CB-X004"), ("/bin/sh", ["-c", "kill -SEGV $$"], "CB-X002"),
            ("/bin/sh", ["-c", "echo HTTP/1.1 200 OK >&3; sleep 5"], "CB-X003"),
        ] {
            let terminal = StringTerminal()
            let sandbox = SandboxedProgram(path: path, arguments: words)
            let command = Command(terminal: terminal, environment: [:], sandbox: sandbox)
            let exit = command.run(["run", "-C", unit.folder.path, "criteria/sinh-hoat-chuyen-de.lua"])
            #expect(terminal.messages.contains(code), "\(path): \(terminal.messages)")
            #expect(exit == (code == "CB-X004" ? .unavailable : .bug))
        }
    }

    @Test(arguments: ["0", "2x", "-1s", "2h", "", "1.5s"])
    func `a deadline that is none is refused`(_ text: String) throws {
        #expect(chibo("run", "x.lua", "--deadline=\(text)").code == .usage)
    }

    @Test(arguments: ["0", "65", "-1", "all"]) func `a number of cores that is none is refused`(_ text: String) {
        let outcome = chibo("evaluate", "--cores=\(text)", "--lang", "en")
        #expect(outcome.code == .usage && outcome.messages.contains("from 1 to 64"), "\(outcome.messages)")
    }

    @Test(arguments: ["1", "64X", "100G", "-1M"]) func `a size that is none is refused`(_ text: String) throws {
        #expect(chibo("run", "x.lua", "--memory=\(text)").code == .usage)
    }
}
