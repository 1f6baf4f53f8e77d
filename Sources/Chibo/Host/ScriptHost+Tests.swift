package import ChiboModel
package import ChiboScripting

extension ScriptHost {
    /// The test files of the unit.
    package func testFiles() throws(Diagnostic) -> [String] {
        try unitFolder.paths(in: "tests").filter { $0.hasSuffix("_test.lua") }
    }

    /// Runs a test file of the unit, over made-up records.
    package func runTests(_ path: String, filter: String? = nil) throws(Diagnostic) -> [TestCase] {
        try runtime.runTests(path, filter: filter)
    }

    /// A conversation with the unit's records on a day.
    package func makeSession(period: Period? = nil, asOf: CalendarDate? = nil) throws(Diagnostic) -> ReplSession {
        let period = period ?? Period(year: (asOf ?? today).year)
        let context = try context(of: nil, period: period, asOf: asOf, parameters: [:])
        return try ReplSession(runtime, context)
    }

    /// Loads every definition of the unit and says what is wrong, file by file; nothing is run.
    package func loadProblems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for kind in Definition.Kind.allCases {
            guard let folder = kind.folder, let paths = try? unitFolder.paths(in: folder) else { continue }
            for path in paths {
                do throws(Diagnostic) { _ = try runtime.load(path) } catch { problems.append(error) }
            }
        }
        return problems
    }
}
