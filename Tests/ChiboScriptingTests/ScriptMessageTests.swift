import ChiboModel
import ChiboScripting
import Testing

/// What a script's author reads, in one language at a time.
@Suite struct ScriptMessageTests {
    @Test func `the host's own messages come in both languages, and an author's stay whole`() throws {
        let own = try DefinitionTests.failure("criteria/a.lua", "error(\"km / h\")\nreturn 1")
        #expect(own.message == Bilingual(both: "km / h"))
        let ours = try DefinitionTests.failure("criteria/a.lua", "local x = date \"ba mươi\"\nreturn 1")
        #expect(ours.message.vi.hasPrefix("'ba mươi' không phải là ngày"), "\(ours.message)")
        #expect(!ours.message.vi.contains("/ '"), "\(ours.message)")
        #expect(ours.message.en.contains("is no date") || ours.message.en.contains("not a date"), "\(ours.message)")
        #expect(ours.original == nil)
    }

    @Test func `an error in unit.lua is a matter of settings`() throws {
        let runtime = try ScriptRuntime(sources: MemorySources(["unit.lua": "return { 1 }"]))
        let error = try #require(throws: Diagnostic.self) { try runtime.loadUnit() }
        #expect(error.kind == .configuration)
        #expect(error.message.en.contains("`return unit.define { … }`"))
        let report = try DefinitionTests.failure("reports/a.lua", "return { 1 }")
        #expect(report.kind == .script)
        #expect(report.message.en.contains("`return report.define { … }`"))
    }
}
