import ChiboModel
import Testing

@testable import ChiboScripting

/// Runs within runs, and the unit's own modules: what each sees, and what a definition's hash follows from.
@Suite struct NestedRunTests {
    static let counted = #"""
        local criteria, count = require "criteria", require "lib.count"

        return criteria.define {
          id = "a", subject = "branch", params = { min = 3 },
          rules = { criteria.rule { id = "r", check = function(branch)
            return count.thematic(branch) >= params.min, tostring(period)
          end } },
          result = criteria.all(),
        }
        """#

    static let count = #"""
        local period_of = require "lib.period"
        local count = {}
        function count.thematic(branch) return #branch.meetings { kind = "thematic", within = period_of() } end
        return count
        """#

    static let plan = #"""
        local criteria, plan = require "criteria", require "plan"

        return plan.define {
          id = "p", params = { year = 2022 },
          targets = {
            plan.target { id = "now", op = "ge", value = 1, measure = function()
              local before = #members
              local met = criteria.evaluate("a").met
              assert(before == #members and params.year == 2022)
              return met
            end },
            plan.target { id = "other", op = "eq", value = 0, measure = function()
              return criteria.evaluate("a", { period = params.year }).met
            end },
            plan.target { id = "strict", op = "eq", value = 0, measure = function()
              return criteria.evaluate("a", { params = { min = 4 } }).met
            end },
            plan.target { id = "slip", op = "eq", value = 0, measure = function()
              return criteria.evaluate("a", { perod = 2023 }).met
            end },
          },
          tasks = {},
        }
        """#

    private static func runtime(_ more: [String: String] = [:]) throws -> ScriptRuntime {
        let texts = [
            "unit.lua": CriteriaTests.unit, "criteria/a.lua": counted, "lib/count.lua": count, "plans/p.lua": plan,
            "lib/period.lua": "return function() return period end",
        ]
        let runtime = try ScriptRuntime(sources: MemorySources(texts.merging(more) { $1 }))
        try runtime.loadUnit()
        return runtime
    }

    private static var context: RunContext {
        RunContext(snapshot: Samples.snapshot(), period: Period(year: 2023), today: Samples.day) {
            date throws(Diagnostic) in Samples.snapshot(asOf: date)
        }
    }

    @Test func `a module sees the run, a nested run its own options, and the outer run goes on as before`() throws {
        let runtime = try Self.runtime()
        let result = try runtime.evaluatePlan(try runtime.definition(.plan, named: "p"), Self.context)
        #expect(result.targets.map(\.measure) == [.count(1), .count(0), .count(0), nil])
        #expect(result.targets.map(\.answer) == [.met, .met, .met, .error])
        #expect(result.diagnostics.first?.suggestion?.en.contains("period") == true)
    }

    @Test func `a hash follows from what the modules require, in whatever order definitions are loaded`() throws {
        let second = Self.counted.replacing(#"id = "a""#, with: #"id = "b""#)
        func hash(_ paths: [String], _ more: [String: String] = [:]) throws -> String? {
            let runtime = try Self.runtime(["criteria/b.lua": second].merging(more) { $1 })
            return try paths.map { try runtime.load($0) }.first { $0.id == "b" }?.hash
        }
        let alone = try hash(["criteria/b.lua"])
        #expect(try hash(["criteria/a.lua", "criteria/b.lua"]) == alone)
        #expect(try hash(["criteria/b.lua"], ["lib/period.lua": "return function() return nil end"]) != alone)
        #expect(try hash(["criteria/b.lua"], ["rules/own.lua": "return {}"]) != alone, "any function may read rules")
    }

    @Test func `modules that require each other are told so`() throws {
        let runtime = try Self.runtime(["lib/period.lua": "return require 'lib.count'"])
        let failure = #expect(throws: Diagnostic.self) { try runtime.load("criteria/a.lua") }
        #expect(failure?.message.vi.contains("gọi lại chính nó") == true)
    }

    @Test func `a broken file keeps no one from using another`() throws {
        let runtime = try Self.runtime(["criteria/0.lua": "return criteria.define {"])
        #expect(try runtime.definition(.criteria, named: "a").id == "a")
        #expect(throws: Diagnostic.self) { try runtime.definition(.criteria, named: "0") }
    }

    @Test func `a fixture made around the cases serves all of them`() throws {
        let runtime = try Self.runtime([
            "tests/a.lua": #"""
            local data = fixture { branches = { { id = "CB1", type = "student" } } }
            for i = 1, 2 do
              it("case " .. i, function() expect(evaluate("a", data, { period = 2023 }).met).is(0) end)
            end
            """#
        ])
        #expect(try runtime.runTests("tests/a.lua").map(\.failure?.message.vi) == [nil, nil])
    }

    @Test(arguments: [
        ("plan.after('x', 2^40 | 0)", "CB-C010"), ("plan.yearly(13)", "CB-C010"), ("plan.after('x', 10)", ""),
    ])
    func `a task's time is one that there is`(due: String, code: String) throws {
        let source =
            "local plan = require 'plan' return plan.define { id = 'x', tasks = { { id = 't', due = \(due) } } }"
        let runtime = try Self.runtime(["plans/x.lua": source])
        do throws(Diagnostic) {
            _ = try runtime.load("plans/x.lua")
            #expect(code.isEmpty)
        } catch { #expect(error.code == code) }
    }
}
