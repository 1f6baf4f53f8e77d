import Chibo
import ChiboTestSupport
import Foundation
import Testing

/// The README's lines of Swift, compiled as they stand there.
@Suite struct ReadmeTests {
    @Test func `the example of embedding is the one that compiles here`() throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let readme = try String(contentsOfFile: RepositoryFolder.path + "/README.md", encoding: .utf8)
        let example = source.components(separatedBy: "// README\n")[1].components(separatedBy: "        // end")[0]
        for line in example.split(separator: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            #expect(readme.contains(text), "the README does not have: \(text)")
        }
    }

    /// Not run: it would make a store in the unit's folder.
    static func example() throws {
        // README
        let host = try ScriptHost(unit: "Scripts/units/neu")
        let result = try host.evaluate("chi-bo-bon-tot", period: Period(year: 2023))
        for verdict in result.verdicts where verdict.answer == .not_met { print(verdict.label) }
        // end
    }
}
