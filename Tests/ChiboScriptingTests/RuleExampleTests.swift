import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

@testable import ChiboScripting

/// The worked examples of the rules, written in Lua as a unit would, and whether each rule has some.
@Suite struct RuleExampleTests {
    private static let folder = RepositoryFolder.path + "/Tests/ChiboScriptingTests/Rules"

    static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix("_test.lua") }.sorted()

    private static func text(_ file: String) throws -> String {
        try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
    }

    @Test(arguments: files) func `every example holds`(file: String) throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources(["unit.lua": CriteriaTests.unit, "tests/\(file)": try Self.text(file)]))
        try runtime.loadUnit()
        let cases = try runtime.runTests("tests/\(file)")
        #expect(!cases.isEmpty)
        for failed in cases where !failed.passed {
            let failure = failed.failure
            Issue.record(
                "\(file):\(failure?.place?.line ?? 0): \(failed.name): \(failure?.message.vi ?? "") \(failure?.original ?? "")"
            )
        }
    }

    @Test func `every rule has a function and an example`() throws {
        let examples = try Self.files.map(Self.text).joined()
        let stdlib = RepositoryFolder.path + "/Stdlib"
        let sources = try FileManager.default.subpathsOfDirectory(atPath: stdlib)
            .filter { $0.hasSuffix(".lua") && !$0.hasPrefix("rules/") }
            .map { try String(contentsOfFile: stdlib + "/" + $0, encoding: .utf8) }.joined()
        for number in 1...35 {
            let rule = "R-" + (number < 10 ? "0" : "") + String(number)
            let (isNamed, isShown) = (sources.contains(rule), examples.contains("describe(\"\(rule)"))
            #expect(isNamed, "no function of Stdlib names \(rule)")
            #expect(isShown, "no example of \(rule)")
        }
    }
}
