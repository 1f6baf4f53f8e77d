import ChiboModel
import ChiboTestSupport
import Testing

@testable import ChiboScripting

/// Texts in Unicode's decomposed form (NFD) are NFC wherever they come in: `ò` is then two bytes, and not `o` with a mark.
@Suite struct UnicodeBorderTests {
    private let apart = "Ho\u{300}a"

    private func isComposed(_ text: String?) -> Bool { text.map { Array($0.utf8) == Array("H\u{F2}a".utf8) } ?? false }

    @Test func `texts in scripts and at the prompt`() throws {
        #expect(try Samples.show("#'\(apart)'") == "4")
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": "return unit.define { id = \"u\", name = \"\(apart)\", place = \"Ho\\u{300}a\" }",
                "lib/ten.lua": "return { size = #'\(apart)' }",
                "tests/x_test.lua": """
                local ten = require "lib.ten"
                describe("x", function()
                  it("y", function()
                    expect(#"\(apart)").is(4)
                    expect(ten.size).is(4)
                  end)
                end)
                """,
            ]))
        try runtime.loadUnit()
        #expect(isComposed(runtime.unit?.name) && isComposed(runtime.unit?.place))
        #expect(try runtime.runTests("tests/x_test.lua").map(\.passed) == [true])
    }

    @Test func `rows of fixtures, also where an escape writes them`() throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": CriteriaTests.unit,
                "criteria/x.lua": """
                local criteria = require "criteria"
                return criteria.define { id = "x", title = "x", subject = "branch", every = "year",
                  rules = { criteria.rule { id = "r", title = "r", check = function(branch)
                    return #branch.name == 4 and branch.name == "Hòa", tostring(#branch.name)
                  end } }, result = criteria.all() }
                """,
                "tests/x_test.lua": #"""
                describe("x", function()
                  it("y", function()
                    local data = fixture { branches = { { id = "CB1", name = "Ho\u{300}a" } } }
                    expect(evaluate("x", data, { period = 2023 }):of "CB1".answer).is "met"
                  end)
                end)
                """#,
            ]))
        try runtime.loadUnit()
        let cases = try runtime.runTests("tests/x_test.lua")
        #expect(cases.map(\.passed) == [true], "\(cases.first?.failure as Any)")
    }

    @Test func `what any store is told`() {
        let values: [FieldValue] = [.text(apart), .missing, .code("branch")]
        let assertion = Assertion(.unit, RecordID("U-1"), values: values)
        #expect(isComposed(assertion.values?.first?.plain))
        #expect(assertion.values?.dropFirst() == [.missing, .code("branch")])
        #expect(Assertion(.unit, RecordID("U-1"), values: nil).values == nil)
    }

    @Test func `filters find what is stored, in whichever form they are written`() throws {
        #expect(try Samples.show("#units:where { name = 'Chi bộ Khoa Toa\\u{301}n' }") == "1")
        #expect(try Samples.show("#units:where { name = 'Chi bộ Khoa Toán' }") == "1")
    }
}
