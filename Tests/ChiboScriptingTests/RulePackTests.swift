import ChiboModel
import Testing

@testable import ChiboScripting

/// The rule packs: dated, sourced, without overlaps; a unit's own numbers over them.
@Suite struct RulePackTests {
    private static func runtime(_ more: [String: String] = [:]) throws -> ScriptRuntime {
        let runtime = try ScriptRuntime(sources: MemorySources(["unit.lua": CriteriaTests.unit].merging(more) { $1 }))
        try runtime.loadUnit()
        return runtime
    }

    private static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    @Test func `every number names a document with its year`() throws {
        for rule in try Self.runtime().ruleListings() {
            let hasYear = rule.source.contains(/(19|20)[0-9][0-9]/) || rule.note != nil
            #expect(hasYear, "\(rule.name): \(rule.source)")
            #expect(rule.from != nil, "\(rule.name) holds since ever")
        }
    }

    @Test func `the values of a number follow one another without a gap and without an overlap`() throws {
        let all = Dictionary(grouping: try Self.runtime().ruleListings(), by: \.name)
        for (name, entries) in all {
            let sorted = entries.sorted { ($0.from ?? .init(dayNumber: .min)) < ($1.from ?? .init(dayNumber: .min)) }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                #expect(earlier.to?.adding(days: 1) == later.from, "\(name) at \(String(describing: later.from))")
            }
            #expect(sorted.last?.to == nil || name.hasPrefix("dues_"), "\(name) ends")
        }
    }

    @Test(arguments: [
        ("dues_student_amount", "2026-01-31", "3000"), ("dues_student_amount", "2026-02-01", "5000"),
        ("rating_new_member", "2023-10-03", "reviewed_not_rated"), ("rating_new_member", "2023-10-04", "not_reviewed"),
        ("probation_months", "2016-07-25", "12"), ("probation_months", "2030-01-01", "12"),
    ])
    func `the day chooses the number`(name: String, day: String, value: String) throws {
        let day = try Self.day(day)
        let rules = try Self.runtime().ruleListings().filter { $0.name == name && $0.holds(on: day) }
        #expect(rules.map(\.value) == [value])
    }

    @Test func `the same number comes from another document after it was replaced`() throws {
        let rules = try Self.runtime().ruleListings().filter { $0.name == "transfer_presentation_working_days" }
        let sources = try ["2020-01-01", "2023-01-01", "2025-03-01", "2025-08-01"].map { iso in
            let day = try Self.day(iso)
            return try #require(rules.first { $0.holds(on: day) }).source.prefix { $0 != "/" }
        }
        #expect(sources == ["Quy định 29-QĐ", "Quy định 24-QĐ", "Quy định 232-QĐ", "Quy định 294-QĐ"])
    }

    static let own = #"""
        return {
          { name = "transfer_notice_days", value = 10, from = "2023-01-01", source = "Quy chế 05-QC/ĐU ngày 01/01/2023" },
          { name = "house_limit", value = { 1, 2 }, source = "Quy chế 05-QC/ĐU ngày 01/01/2023" },
        }
        """#

    static let test = #"""
        it("own", function()
          local data = fixture {
            members = { { id = "M-1" } },
            transfers = { { id = "T-1", member = "M-1", kind = "official_out", issued_on = "2023-04-03" } },
          }
          given(data, { as_of = "2023-04-13" }, function()
            expect(rules.transfer_notice_days).is(10)
            expect((transfers[1]:notice_missing())).is(false)
            expect((transfers[1]:notice_missing { days = 9 })).is(true)
            expect(rules.house_limit[2]).is(2)
            expect(#rules.badge_years).is(12)
            expect(function() rules.house_limit[1] = 3 end).fails_with "read-only"
            expect(function() rules.badge_batches[1].day = 4 end).fails_with "read-only"
            expect(function() return rules.transfer_notice_day end).fails_with "transfer_notice_day"
          end)
          given(data, { as_of = "2022-12-31" }, function() expect(rules.transfer_notice_days).is(7) end)
        end)
        """#

    @Test func `a unit's own number holds over the regulation, in scripts and in the rules, from its day on`() throws {
        let runtime = try Self.runtime(["rules/own.lua": Self.own, "tests/own_test.lua": Self.test])
        let cases = try runtime.runTests("tests/own_test.lua")
        #expect(cases.count == 1 && cases[0].passed, "\(String(describing: cases.first?.failure))")
        let listed = try runtime.ruleListings().filter { $0.name == "transfer_notice_days" }
        #expect(listed.map(\.isOwn) == [false, true])
        #expect(listed.last?.file == "rules/own.lua")
    }

    @Test func `a number without a document is refused`() throws {
        let runtime = try Self.runtime(["rules/own.lua": #"return { { name = "x", value = 1 } }"#])
        #expect(throws: Diagnostic.self) { try runtime.ruleListings() }
    }

    @Test func `no rule takes the name of a field or of a relation`() throws {
        let runtime = try Self.runtime()
        for (kind, methods) in runtime.methods {
            let schema = Schema[kind]
            let fields = schema.fields.map { String($0.code.prefix { $0 != "." }) } + schema.derived.map(\.code)
            let relations = Schema.all.flatMap { other in
                other.fields.filter { $0.type == .reference(kind) }.map { $0.inverse ?? other.plural }
            }
            let taken = Set(methods.keys).intersection(fields + relations)
            #expect(taken.isEmpty, "\(kind.code): \(taken)")
        }
    }
}
