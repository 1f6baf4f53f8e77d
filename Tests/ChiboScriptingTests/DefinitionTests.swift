import ChiboModel
import ChiboScripting
import Testing

/// What an author is told when a definition is wrong: what, in which line, and what was probably meant.
@Suite struct DefinitionTests {
    static func failure(_ path: String, _ source: String) throws -> Diagnostic {
        let runtime = try ScriptRuntime(
            sources: MemorySources(["unit.lua": CriteriaTests.unit, path: source]))
        try runtime.loadUnit()
        do throws(Diagnostic) { _ = try runtime.load(path) } catch { return error }
        Issue.record("\(path) should not load")
        throw Diagnostic("none", .bug, Bilingual(both: ""))
    }

    static func criteria(_ body: String) -> String {
        "local criteria = require \"criteria\"\n\nreturn criteria.define {\n" + body + "\n}\n"
    }

    @Test func `a misspelt entry is told with its line and the right name`() throws {
        let diagnostic = try Self.failure(
            "criteria/a.lua",
            Self.criteria(
                """
                  id = "a", subject = "branch",
                  titel = "A",
                  rules = { criteria.rule { id = "r", check = function() return true end } },
                """))
        #expect(diagnostic.code == "CB-C001")
        #expect(diagnostic.place == Diagnostic.Place(file: "criteria/a.lua", line: 5))
        #expect(diagnostic.suggestion?.vi.contains("title") == true)
        #expect(diagnostic.excerpt?.lines.last?.contains("titel") == true)
    }

    @Test(arguments: [
        ("  id = \"a\", subject = \"branhc\", rules = {}", "CB-C004", "branch"),
        ("  subject = \"branch\", rules = {}", "CB-C002", "id"),
        ("  id = 5, subject = \"branch\", rules = {}", "CB-C003", "id"),
        ("  id = \"a\", subject = \"branch\", rules = {}", "CB-C002", "rules"),
        ("  id = \"a\", subject = \"branch\", rules = { criteria.rule { id = \"r\" } }", "CB-C002", "check"),
        (
            "  id = \"a\", subject = \"branch\", result = criteria.at_least(2), rules = { criteria.rule { id = \"r\", check = print } }",
            "CB-C007", "at_least"
        ),
    ])
    func `what is missing or wrong is named`(body: String, code: String, word: String) throws {
        let diagnostic = try Self.failure("criteria/a.lua", Self.criteria(body))
        #expect(diagnostic.code == code)
        #expect(diagnostic.place?.file == "criteria/a.lua" && diagnostic.place?.line != nil)
        let told = diagnostic.message.vi + (diagnostic.suggestion?.vi ?? "")
        #expect(told.contains(word), "\(told)")
        #expect(!diagnostic.message.en.isEmpty && diagnostic.message.en != diagnostic.message.vi)
    }

    @Test func `a syntax error has its file and line`() throws {
        let diagnostic = try Self.failure("criteria/a.lua", "local a = 1\nif a != 2 then end\n")
        #expect(diagnostic.code == "CB-S001")
        #expect(diagnostic.place?.file == "criteria/a.lua" && diagnostic.place?.line == 2)
        #expect(diagnostic.suggestion?.vi.contains("~=") == true)
    }

    @Test func `a file that defines nothing, or sets a global, is refused`() throws {
        #expect(try Self.failure("criteria/a.lua", "return {}").code == "CB-C021")
        #expect(try Self.failure("criteria/a.lua", "total = 5\nreturn {}").code == "CB-N004")
        #expect(try Self.failure("criteria/a.lua", "return #members").code == "CB-N005")
    }

    @Test func `bytecode is refused`() throws {
        #expect(try Self.failure("criteria/a.lua", "\u{1B}Lua").code == "CB-S001")
    }

    @Test(arguments: [
        "cron = \"30 7 5 1,4,7,10 *\"", "event = \"member.admitted\"",
        "on = { every = \"quarter\", day = 5, at = \"07:30\" }",
        "on = { every = \"month\", day = \"last\" }", "on = { cron = \"0 7 * * 1\" }",
    ])
    func `a schedule says when it runs in any of the ways`(trigger: String) throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": CriteriaTests.unit,
                "schedules/a.lua":
                    "return require \"schedule\".define { id = \"a\", \(trigger), run = function(run) return run:plan \"p\" end }",
            ]))
        try runtime.loadUnit()
        #expect(try runtime.schedules().map(\.id) == ["a"])
    }

    @Test func `a report with names needs a purpose`() throws {
        let diagnostic = try Self.failure(
            "reports/a.lua",
            "return require \"report\".define { id = \"a\", fields = { \"full_name\" }, render = function() end }")
        #expect(diagnostic.code == "CB-P003")
    }

    @Test func `a check that answers nothing, or fails, is an error in that record only`() throws {
        let source = Self.criteria(
            """
              id = "a", subject = "member",
              rules = { criteria.rule { id = "r", check = function(m)
                if m.grade == "probationary" then return m.branch.parent.name == "x" end
                return true
              end } },
            """)
        let runtime = try ScriptRuntime(
            sources: MemorySources(["unit.lua": CriteriaTests.unit, "criteria/a.lua": source]))
        try runtime.loadUnit()
        let snapshot = Samples.snapshot()
        let result = try runtime.evaluate(
            try runtime.load("criteria/a.lua"),
            RunContext(snapshot: snapshot, period: Period(year: 2023), today: Samples.day) { date throws(Diagnostic) in
                Samples.snapshot(asOf: date)
            })
        #expect(result.count(.met) == 3 && result.count(.error) == 2)
        #expect(result.diagnostics.count == 1 && result.diagnostics.first?.others == 1)
        #expect(result.diagnostics.first?.code == "CB-N012" && result.diagnostics.first?.place?.line == 6)
        #expect(result.diagnostics.first?.record == "M-3")
    }
}
