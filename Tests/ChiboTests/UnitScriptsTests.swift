import Chibo
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// The units' own Lua tests, run as `chibo test` runs them.
@Suite struct UnitScriptsTests {
    static let units: [String] = {
        let folder = RepositoryFolder.path + "/Scripts/units"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { folder + "/" + $0 }
    }()

    @Test(arguments: units) func `every definition of the unit loads`(unit: String) throws {
        let host = try ScriptHost(unit: unit, store: MemoryStore())
        #expect(host.loadProblems() == [])
    }

    @Test(arguments: units) func `every Lua test of the unit passes`(unit: String) throws {
        let host = try ScriptHost(unit: unit, store: MemoryStore())
        let cases = try host.testFiles().flatMap { try host.runTests($0) }
        #expect(!cases.isEmpty)
        for failed in cases where !failed.passed {
            Issue.record(
                "\(failed.path): \(failed.name): \(failed.failure?.message.vi ?? "") (\(failed.failure?.place?.line ?? 0))"
            )
        }
    }
}
