import ChiboModel
import Testing

@testable import ChiboScripting

/// Criteria through the runtime, as a unit's files define them.
@Suite struct CriteriaTests {
    static let unit = #"return unit.define { id = "u", name = "Đảng ủy Trường" }"#

    static let fourMeetings = #"""
        local criteria = require "criteria"

        return criteria.define {
          id = "bon-tot", title = "Chi bộ bốn tốt", subject = "branch", every = "year", params = { min = 4 },
          rules = {
            criteria.rule { id = "sinh-hoat", title = "Sinh hoạt tốt",
              check = function(branch)
                local n = branch.meetings { kind = "thematic", within = period }:count()
                return n >= params.min, ("%d/%d buổi"):format(n, params.min)
              end },
          },
          result = criteria.all(),
        }
        """#

    static let test = #"""
        describe("chi bộ bốn tốt", function()
          local function meetings(n)
            local list = {}
            for i = 1, n do list[i] = { branch = "CB1", kind = "thematic", date = ("2023-%02d-15"):format(i) } end
            return list
          end

          it("đủ bốn buổi", function()
            local data = fixture { branches = { { id = "CB1", type = "student" } }, meetings = meetings(4) }
            expect(evaluate("bon-tot", data, { period = 2023 }):of "CB1".answer).is "met"
          end)

          it("thiếu một buổi", function()
            local data = fixture { branches = { { id = "CB1", type = "student" } }, meetings = meetings(3) }
            local verdict = evaluate("bon-tot", data, { period = 2023 }):of "CB1"
            expect(verdict.rules["sinh-hoat"].answer).is "not_met"
            expect(verdict.rules["sinh-hoat"].message).is "3/4 buổi"
          end)

          it("sai", function() expect(1).is(2) end)
        end)
        """#

    @Test func `a unit's tests run its criteria over fixtures`() throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": Self.unit, "criteria/bon-tot.lua": Self.fourMeetings, "tests/bon_tot_test.lua": Self.test,
            ]))
        try runtime.loadUnit()
        let cases = try runtime.runTests("tests/bon_tot_test.lua")
        #expect(cases.map(\.passed) == [true, true, false])
        #expect(cases.last?.failure?.message.vi.contains("nhận được / got: 1") == true)
        for failed in cases where !failed.passed { print(failed.name, failed.failure as Any) }
    }
}

extension CriteriaTests {
    @Test func `a runtime that is asked about many days holds few of them`() throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources(["unit.lua": Self.unit, "criteria/bon-tot.lua": Self.fourMeetings]))
        try runtime.loadUnit()
        let definition = try runtime.load("criteria/bon-tot.lua")
        var last: Weak?
        for day in 0..<100 {
            let snapshot = Samples.snapshot(asOf: Samples.day.adding(days: -day))
            if day == 0 { last = Weak(snapshot) }
            let context = RunContext(snapshot: snapshot, period: Period(year: 2023), today: Samples.day) {
                date throws(Diagnostic) in Samples.snapshot(asOf: date)
            }
            #expect(try runtime.evaluate(definition, context).verdicts.count == 2)
        }
        #expect(last?.object == nil)
    }

    @Test func `records that load on declaration say so where they were not declared`() throws {
        func outcome(_ needs: String, _ check: String) throws -> [String] {
            let runtime = try ScriptRuntime(
                sources: MemorySources([
                    "unit.lua": Self.unit,
                    "criteria/a.lua": """
                    local criteria = require "criteria"
                    return criteria.define { id = "a", title = "A", subject = "member", every = "year", \(needs)
                      rules = { criteria.rule { id = "r", title = "R", check = function(m) \(check) end } },
                      result = criteria.all() }
                    """,
                ]))
            try runtime.loadUnit()
            let definition = try runtime.load("criteria/a.lua")
            func snapshot() -> Snapshot {
                var builder = SnapshotBuilder(
                    asOf: Samples.day, version: DataVersion(1), scope: SnapshotScope(needs: definition.needs))
                builder.append(.member, id: RecordID("M-1"), values: Samples.values(.member, [:]))
                if definition.needs.contains(.dues) {
                    builder.append(
                        .dues, id: RecordID("DP-1"),
                        values: Samples.values(.dues, ["member": .reference(RecordID("M-1")), "paid": .integer(5000)]))
                }
                return builder.build()
            }
            let context = RunContext(snapshot: snapshot(), period: Period(year: 2023), today: Samples.day) {
                _ throws(Diagnostic) in snapshot()
            }
            let evaluation = try runtime.evaluate(definition, context)
            return evaluation.verdicts.map(\.answer.rawValue) + evaluation.diagnostics.map(\.code)
        }
        for read in ["#dues", "#m.dues", "#m:dues()"] {
            #expect(try outcome("", "return \(read) == 1") == ["error", "CB-N007"], "\(read)")
            #expect(try outcome("needs = { 'dues' },", "return \(read) == 1") == ["met"], "\(read)")
        }
        let problem = #expect(throws: Diagnostic.self) { try outcome("needs = { 'due' },", "return true") }
        #expect(problem?.code == "CB-C004" && problem?.message.vi.contains("dues, attendances") == true)
    }

    private struct Weak {
        weak var object: Snapshot?
        init(_ object: Snapshot) { self.object = object }
    }
}
