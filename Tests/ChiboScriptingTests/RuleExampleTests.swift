import ChiboLua
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

@testable import ChiboScripting

/// The worked examples of the rules, written in Lua as a unit would, and whether each rule has some.
@Suite struct RuleExampleTests {
    /// The made-up unit: `chibo test --unit Tests/ChiboScriptingTests/Rules` runs the same.
    private static let folder = RepositoryFolder.path + "/Tests/ChiboScriptingTests/Rules"

    private static let texts: [String: String] = {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.filter { $0.hasSuffix(".lua") }.reduce(into: [:]) { texts, path in
            texts[path] = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
    }()

    static let files = texts.keys.filter { $0.hasSuffix("_test.lua") }.sorted()

    @Test(arguments: files) func `every example holds`(file: String) throws {
        // Hundreds of runs over records of their own, under one deadline, beside all the other tests.
        let policy = LuaPolicy(memory: 256 << 20, deadline: .seconds(120))
        let runtime = try ScriptRuntime(sources: MemorySources(Self.texts), policy: policy)
        try runtime.loadUnit()
        let cases = try runtime.runTests(file)
        #expect(!cases.isEmpty)
        for failed in cases where !failed.passed {
            let (failure, line) = (failed.failure, failed.failure?.place?.line ?? 0)
            Issue.record("\(file):\(line): \(failed.name): \(failure?.message.vi ?? "") \(failure?.original ?? "")")
        }
    }

    @Test func `every rule has a function and an example`() throws {
        let examples = Self.files.compactMap { Self.texts[$0] }.joined()
        let named = Set(RuleIndex.functions.flatMap(\.rules))
        for number in 1...35 {
            let rule = "R-" + (number < 10 ? "0" : "") + String(number)
            let (isNamed, isShown) = (named.contains(rule), examples.contains("describe(\"\(rule)"))
            #expect(isNamed, "no function says that it carries out \(rule)")
            #expect(isShown, "no example of \(rule)")
        }
    }
}
