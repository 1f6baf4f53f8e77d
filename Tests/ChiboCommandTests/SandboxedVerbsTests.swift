import ChiboCommand
import ChiboSandbox
import ChiboTestSupport
import Foundation
import Testing

@Suite(.enabled(if: BuiltCommand.path != nil, "the built chibo is not there"), .timeLimit(.minutes(2)), .serialized)
struct `Every verb that runs scripts` {
    /// One definition of each kind that can be run.
    private func filled() throws -> GuardedUnit {
        let unit = try GuardedUnit()
        try unit.folder.write(
            #"return require("quota").define { id = "chia", title = "Chia", total = 3, among = "branch", pool = function() return 1 end }"#,
            to: "quotas/chia.lua")
        try unit.folder.write(
            """
            local plan = require "plan"
            return plan.define { id = "ke-hoach", title = "Kế hoạch", every = "year", targets = {
              plan.target { id = "t", label = "Chi bộ", op = "ge", value = 1, measure = function() return branches end } } }
            """, to: "plans/ke-hoach.lua")
        try unit.folder.write(
            """
            return require("report").define { id = "dem", title = "Đếm", type = "report", every = "year",
              render = function(doc) doc:paragraph("Có " .. #branches .. " chi bộ.") end }
            """, to: "reports/dem.lua")
        return unit
    }

    @Test(arguments: ["evaluate", "allocate", "plan", "report"])
    func `answers in a process of its own what it answers in the command's`(_ verb: String) throws {
        let unit = try filled()
        for more in [[], ["--json"], ["--lang", "vi", "--as-of", "2023-06-30"]] {
            let apart = try unit.command([verb, "--period", "2023"] + more)
            let within = unit.within([verb, "--period", "2023"] + more)
            #expect(apart.code == within.code && apart.output == within.output, "\(verb): \(apart.messages)")
            #expect(apart.messages == within.messages)
            #expect(!apart.output.isEmpty)
        }
    }

    @Test func `writes results to the file or the folder of --out`() throws {
        let unit = try filled()
        for verb in ["evaluate", "allocate", "plan"] {
            let file = unit.folder.file(verb + ".json")
            #expect(try unit.command([verb, "--period", "2023", "--json", "--out", file]).code == .success)
            #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("{"))
        }
        let out = unit.folder.file("bao-cao")
        let report = try unit.command(["report", "--period", "2023", "--format", "xlsx,html", "--out", out])
        #expect(report.code == .success, "\(report.messages)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["dem.html", "dem.xlsx"])
    }

    @Test func `keeps the store's owner: all receipts are there, and none of a run that was ended`() throws {
        let unit = try filled()
        for verb in ["evaluate", "allocate", "plan"] {
            #expect(try unit.command([verb, "--period", "2023"]).code == .success)
        }
        try unit.write("while true do end")
        #expect(try unit.command(["evaluate", "attack", "--deadline", "100ms"]).code == .timeout)
        let kinds = try Oracle.python(
            "import sqlite3,sys\nfor r in sqlite3.connect(sys.argv[1]).execute('select kind, count(*) from receipt group by 1 order by 1'): print(*r)",
            [unit.folder.file("chibo.sqlite")])
        #expect(kinds.output == "allocate 1\nevaluate 1\nplan 1\n", "\(kinds)")
    }

    @Test(arguments: ["evaluate", "plan"]) func `is behind the locks: no new privileges, filtered calls, no child`(
        _ verb: String
    ) throws {
        let unit = try filled()
        try unit.write("while true do end")
        try unit.folder.write(
            """
            local plan = require "plan"
            return plan.define { id = "attack", title = "x", every = "year", targets = { plan.target {
              id = "t", label = "t", op = "ge", value = 1, measure = function() while true do end end } } }
            """, to: "plans/attack.lua")
        let program = try unit.programWatched(into: "status")
        let outcome = try unit.command([verb, "attack", "--deadline", "1500ms"], program: program)
        #expect(outcome.code == .timeout)
        let status = try String(contentsOfFile: unit.folder.file("status"), encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1\n") && status.contains("Seccomp:\t2\n"), "\(status)")
    }

    @Test func `has its time for each of many definitions, not for all of them together`() throws {
        let unit = try GuardedUnit()
        for name in 1...5 {
            try unit.folder.write(
                """
                local criteria = require "criteria"
                local function wait() local n = 0 for i = 1, 4e6 do n = n + i % 7 end end
                return criteria.define { id = "cham-\(name)", subject = "branch", every = "year", rules = { criteria.rule {
                  id = "r", check = function(branch) wait() return true end } } }
                """, to: "criteria/cham-\(name).lua")
        }
        let outcome = try unit.command(["evaluate", "--period", "2023", "--deadline", "1500ms"])
        #expect(outcome.code == .success, "\(outcome.messages)")
    }

    @Test(arguments: ["1", "2", "3", "8"])
    func `judges on any number of cores, with the same bytes`(_ cores: String) throws {
        let unit = try GuardedUnit()
        var rows = "Tên chi bộ,Cấp,Loại\n"
        var generator = SeededGenerator(seed: 11)
        for number in 1...300 {
            rows += "Chi bộ \(number),branch,\(Bool.random(using: &generator) ? "student" : "faculty")\n"
        }
        try unit.folder.write(rows, to: "nhieu.csv")
        #expect(chibo("import", "don-vi", "nhieu.csv", "-C", unit.folder.path).code == .success)
        try unit.write(
            "print(branch.name) local last = branch.name:sub(-1) if last == '7' then error('bảy') end "
                + "if last == '5' then return unknown 'chưa rõ' end")
        let one = try unit.command(["evaluate", "--period", "2023", "--json", "--cores", "1"])
        let many = try unit.command(["evaluate", "--period", "2023", "--json", "--cores", cores])
        #expect(many.output == one.output && many.messages == one.messages && many.code == .negative)
        #expect(one.output.contains("\"others\": 29"))
    }
}

@Suite(.enabled(if: BuiltCommand.path != nil, "the built chibo is not there"), .timeLimit(.minutes(2)), .serialized)
struct `The place in the message` {
    /// A script that is at its fifth line nearly all of the time.
    private func hot(_ unit: GuardedUnit) throws {
        try unit.folder.write(
            """
            local criteria = require "criteria"
            local function spin()
              local n = 0
              for i = 1, 1e6 do
                n = n + i % 7
              end
            end
            return criteria.define { id = "nong", subject = "branch", every = "year", rules = { criteria.rule { id = "r",
              check = function(branch)
                while true do spin() end
              end } } }
            """, to: "criteria/nong.lua")
    }

    @Test func `is the hottest line when the deadline stopped the script, 124`() throws {
        let unit = try GuardedUnit()
        try hot(unit)
        let outcome = try unit.command(["evaluate", "nong", "--deadline", "500ms"])
        #expect(outcome.code.rawValue == 124)
        #expect(outcome.messages.contains("error[CB-L002]  criteria/nong.lua:5"), "\(outcome.messages)")
        #expect(outcome.messages.contains("samples found the script at this line"))
    }

    @Test func `is the hottest line when the watchdog had to end the process, 124`() throws {
        let unit = try GuardedUnit()
        try hot(unit)
        // Stopped, it does not even hear its own deadline: as a call of C that never returns.
        let program = try unit.program(ending: "STOP", after: 1.2)
        let outcome = try unit.command(["evaluate", "nong", "--deadline", "3s"], program: program)
        #expect(outcome.code.rawValue == 124)
        #expect(outcome.messages.contains("error[CB-L006]  criteria/nong.lua:5"), "\(outcome.messages)")
        #expect(outcome.messages.contains("n = n + i % 7"))
        #expect(outcome.messages.contains("samples found the script at this line"))
    }

    @Test func `is the line that asked for memory, and the hottest one when the kernel ends the process, 125`() throws {
        let unit = try GuardedUnit()
        try unit.write("local t = {} for i = 1, 1e9 do t[i] = { i } end")
        let own = try unit.command(["evaluate", "attack", "--memory", "8M"])
        #expect(own.code.rawValue == 125)
        #expect(own.messages.contains("error[CB-L001]  criteria/attack.lua:3"), "\(own.messages)")
        try hot(unit)
        // What the kernel sends when the machine has no memory left.
        let program = try unit.program(ending: "KILL", after: 1.2)
        let killed = try unit.command(["evaluate", "nong"], program: program)
        #expect(killed.code.rawValue == 125)
        #expect(killed.messages.contains("error[CB-L007]  criteria/nong.lua:5"), "\(killed.messages)")
    }

    @Test(arguments: [
        ("while true do print(('x'):rep(1000)) end", "CB-L004"),
        ("while true do string.gsub('a', 'a', function() print(('x'):rep(9000)) end) end", "CB-L004"),
    ])
    func `is the line of the other limits, 126`(_ body: String, _ code: String) throws {
        let unit = try GuardedUnit()
        try unit.write(body)
        for cores in ["1", "2"] {
            let outcome = try unit.command(["evaluate", "attack", "--cores", cores])
            #expect(outcome.code.rawValue == 126)
            #expect(outcome.messages.contains("error[\(code)]  criteria/attack.lua:3"), "\(outcome.messages)")
        }
    }

    @Test func `is told when the process crashed`() throws {
        let unit = try GuardedUnit()
        try hot(unit)
        let program = try unit.program(ending: "SEGV", after: 1.2)
        let outcome = try unit.command(["evaluate", "nong", "--lang", "vi"], program: program)
        #expect(outcome.code == .bug)
        #expect(outcome.messages.contains("CB-X002]  criteria/nong.lua:5"), "\(outcome.messages)")
        #expect(outcome.messages.contains("vẫn nguyên vẹn"))
    }

    @Test func `is the file at least when the process ends before anything was seen`() throws {
        let unit = try GuardedUnit()
        try unit.folder.write("while true do end", to: "criteria/nong.lua")
        let program = try unit.program(ending: "STOP", after: 0.5)
        let outcome = try unit.command(["evaluate", "nong", "--deadline", "1s"], program: program)
        #expect(outcome.code == .timeout)
        #expect(outcome.messages.contains("criteria/nong.lua"), "\(outcome.messages)")
    }
}
