import ChiboModel
import ChiboScripting
import Testing

/// No script makes a global, neither while it loads nor later, nor by the side of metatables.
@Suite struct FrozenGlobalsTests {
    private static let unit = #"return unit.define { id = "u", name = "Đảng ủy" }"#

    /// A definition of each kind, complete but for what stands before it.
    private static let definitions: [(path: String, text: String)] = [
        ("unit.lua", unit),
        (
            "criteria/a.lua",
            #"return require("criteria").define { id = "a", subject = "branch", rules = { require("criteria").rule { id = "r", check = function() return true end } } }"#
        ),
        (
            "quotas/a.lua",
            #"return require("quota").define { id = "a", total = 1, among = "branch", pool = function() return 1 end }"#
        ),
        ("plans/a.lua", #"return require("plan").define { id = "a", targets = {}, tasks = {} }"#),
        ("reports/a.lua", #"return require("report").define { id = "a", render = function(doc) end }"#),
        (
            "schedules/a.lua",
            #"return require("schedule").define { id = "a", cron = "0 7 * * *", run = function(run) end }"#
        ),
        (
            "imports/a.lua",
            #"return require("import").define { id = "a", into = "unit", columns = { { "Tên", "name" } } }"#
        ),
    ]

    /// Ways to write where names are looked up.
    static let writes = [
        "x = 1", "_ENV.x = 1", "rawset(_ENV, 'x', 1)", "function x() end", "print = 1", "rawset(_ENV, 'print', 1)",
        "setmetatable(_ENV, nil)", "load('x = 1')()", "string.x = 1", "rawset(string, 'x', 1)", "unit.x = 1",
        "rawset(unit, 'x', 1)", "getmetatable('').__index = {}", "getmetatable(_ENV).__index = {}", "period = 1",
        "table.insert(_ENV, 1)", "table.move({ 1 }, 1, 1, 1, _ENV)", "date.x = 1", "require('criteria').x = 1",
        "rawset(require('criteria'), 'x', 1)", "_ENV[1] = 1", "(text or {}).x = 1", "local a <const> = _ENV; a.x = 1",
    ]

    private func failure(_ path: String, _ texts: [String: String]) -> Diagnostic? {
        do throws(Diagnostic) {
            let runtime = try ScriptRuntime(sources: MemorySources(["unit.lua": Self.unit].merging(texts) { $1 }))
            try runtime.loadUnit()
            if path != "unit.lua" { _ = try runtime.load(path) }
            return nil
        } catch { return error }
    }

    @Test func `every kind of definition loads as it is`() {
        for (path, text) in Self.definitions { #expect(failure(path, [path: text]) == nil, "\(path)") }
    }

    @Test(arguments: writes) func `no definition and no module writes a global while it loads`(_ write: String) {
        for (path, text) in Self.definitions {
            let failure = failure(path, [path: write + "\n" + text])
            #expect(failure?.kind == (path == "unit.lua" ? .configuration : .script), "\(path): \(write)")
            #expect(failure?.place?.file == path && failure?.place?.line == 1, "\(path): \(write): \(failure as Any)")
        }
        let criteria = Self.definitions[1].text
        let failure = failure(
            "criteria/a.lua",
            ["lib/m.lua": "\n" + write + "\nreturn {}", "criteria/a.lua": "require 'lib.m'\n" + criteria])
        #expect(failure?.place == Diagnostic.Place(file: "lib/m.lua", line: 2), "\(write): \(failure as Any)")
    }

    @Test(arguments: writes) func `no function writes a global while it runs, in a definition or in a module`(
        _ write: String
    ) throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": Self.unit, "lib/m.lua": "return { f = function() \(write) end }",
                "criteria/a.lua": """
                local criteria, m = require "criteria", require "lib.m"
                return criteria.define { id = "a", subject = "branch", rules = {
                  criteria.rule { id = "own", check = function() \(write) return true end },
                  criteria.rule { id = "module", check = function() m.f() return true end },
                  criteria.rule { id = "after", check = function() return rawget(_ENV, "x") == nil and print ~= 1 end },
                } }
                """,
            ]))
        try runtime.loadUnit()
        let context = RunContext(snapshot: Samples.snapshot(), period: Period(year: 2023), today: Samples.day) {
            date throws(Diagnostic) in Samples.snapshot(asOf: date)
        }
        let evaluation = try runtime.evaluate(try runtime.load("criteria/a.lua"), context)
        for verdict in evaluation.verdicts {
            #expect(verdict.rules.map(\.answer) == [.error, .error, .met], "\(write): \(verdict.rules)")
        }
    }
}
