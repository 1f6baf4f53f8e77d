import ChiboCommand
import ChiboSandbox
import ChiboTestSupport
import Foundation
import Testing

@Suite(.enabled(if: BuiltCommand.path != nil, "the built chibo is not there"), .timeLimit(.minutes(2)), .serialized)
struct `Schedules that nobody watches` {
    /// A unit with a schedule that asks for something, due a minute ago.
    private func due(_ run: String, timeout: String = "60s") throws -> GuardedUnit {
        let unit = try GuardedUnit()
        try unit.folder.write(
            """
            return require("schedule").define { id = "phut", cron = "* * * * *", timeout = "\(timeout)",
              run = function(run) \(run) end }
            """, to: "schedules/phut.lua")
        let first = try unit.command(["schedule", "run-due"])
        #expect(first.code == .success && first.messages.contains("nothing is due"), "\(first.messages)")
        // A new schedule never runs for times before it was made: make it an hour older.
        let aged = try Oracle.python(
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('update schedule_mark set since = since - 3600'); c.commit()",
            [unit.folder.file("chibo.sqlite")])
        #expect(aged.status == 0, "\(aged.errors)")
        return unit
    }

    private func history(_ unit: GuardedUnit) -> String { unit.within(["schedule", "history", "--lang", "vi"]).output }

    @Test func `a run writes its reports and receipts, and its row says so`() throws {
        let unit = try due(
            "return { run:criteria('sinh-hoat-chuyen-de'), run:report('dem', { formats = { 'html' } }) }")
        try unit.folder.write(
            """
            return require("report").define { id = "dem", title = "Đếm", type = "report", every = "day",
              render = function(doc) doc:paragraph("Có " .. #branches .. " chi bộ.") end }
            """, to: "reports/dem.lua")
        let outcome = try unit.command(["schedule", "run-due"])
        #expect(outcome.code == .success, "\(outcome.messages)")
        #expect(outcome.output.contains("phut") && outcome.output.contains("done"))
        #expect(history(unit).contains("đã chạy"))
        let files = FileManager.default.enumerator(atPath: unit.folder.file("out"))?.compactMap { $0 as? String } ?? []
        #expect(files.contains { $0.hasPrefix("phut/") && $0.hasSuffix("/dem.html") }, "\(files)")
        let receipts = try Oracle.python(
            "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('select count(*) from receipt').fetchone()[0])",
            [unit.folder.file("chibo.sqlite")])
        #expect(receipts.output == "1\n")
    }

    @Test func `a crash is a failed run with its place in the history, and the next run goes well`() throws {
        let unit = try due("while true do end")
        let program = try unit.program(ending: "SEGV", after: 1.5)
        // The first process only says which schedules there are, and is gone by then.
        let outcome = try unit.command(["schedule", "run-due"], program: program)
        #expect(outcome.code == .negative)
        #expect(outcome.messages.contains("CB-X002"), "\(outcome.messages)")
        #expect(history(unit).contains("lỗi — CB-X002"), "\(history(unit))")
        #expect(history(unit).contains("(schedules/phut.lua:2)"), "\(history(unit))")
        try unit.folder.write(
            #"return require("schedule").define { id = "khac", cron = "* * * * *", run = function(run) end }"#,
            to: "schedules/phut.lua")
        #expect(try unit.command(["schedule", "run-due"]).code == .success)
    }

    @Test func `a run that fails or takes too long is a row with code and place`() throws {
        let failing = try due("error('không được')")
        #expect(try failing.command(["schedule", "run-due"]).code == .negative)
        #expect(history(failing).contains("không được (schedules/phut.lua:2)"), "\(history(failing))")
        let endless = try due("while true do end")
        let outcome = try endless.command(["schedule", "run-due", "--deadline", "300ms"])
        #expect(outcome.code == .negative && outcome.messages.contains("CB-L002"))
        #expect(history(endless).contains("CB-L002: kịch bản chạy quá thời gian cho phép (schedules/phut.lua:2)"))
    }

    @Test func `a run is behind the locks, and writes nowhere but to its folder`() throws {
        let unit = try due("while true do end")
        let program = try unit.programWatched(into: "status")
        #expect(try unit.command(["schedule", "run-due", "--deadline", "1s"], program: program).code == .negative)
        let status = try String(contentsOfFile: unit.folder.file("status"), encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1\n") && status.contains("Seccomp:\t2\n"), "\(status)")
        // The folder of --out is a file: the run cannot make it, and nothing else is there to write to.
        try unit.folder.write("", to: "file")
        let other = try due("return run:report('dem')")
        try other.folder.write(
            #"return require("report").define { id = "dem", render = function(doc) end }"#, to: "reports/dem.lua")
        let outcome = try other.command(["schedule", "run-due", "--out", unit.folder.file("file")])
        #expect(outcome.code == .negative)
        #expect(history(other).contains("lỗi — CB-F"), "\(history(other))")
    }

    @Test func `the process is ended at the schedule's own timeout`() throws {
        let unit = try due("while true do end", timeout: "1s")
        let program = try unit.program(ending: "STOP", after: 0.5)
        let outcome = try unit.command(["schedule", "run-due", "--deadline", "30s"], program: program)
        #expect(outcome.code == .negative)
        #expect(history(unit).contains("CB-L006"), "\(history(unit))")
    }

    @Test func `scripts of the unit are not even loaded in the command's process`() throws {
        let unit = try GuardedUnit()
        try unit.folder.write("while true do end", to: "schedules/a.lua")
        let began = ContinuousClock.now
        let outcome = try unit.command(["schedule", "run-due", "--deadline", "300ms"])
        #expect(outcome.code == .timeout && outcome.messages.contains("schedules/a.lua:1"), "\(outcome.messages)")
        #expect(ContinuousClock.now - began < .seconds(5))
        // A program that claims schedules which cannot be is caught at its words.
        let liar = SandboxedProgram(
            path: "/bin/sh", arguments: ["-c", #"printf 'R\0\0\0\0N\7\0\0\0garbage' >&3; sleep 5"#])
        let lied = try unit.command(["schedule", "run-due"], program: liar)
        #expect(lied.code == .bug && lied.messages.contains("CB-X003"), "\(lied.messages)")
    }
}
