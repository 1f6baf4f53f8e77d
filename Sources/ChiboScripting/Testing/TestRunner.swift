import ChiboLua
package import ChiboModel
import ChiboStdlib

/// One case of a test file.
package struct TestCase: Sendable {
    /// The file, relative to the unit's folder.
    package let path: String
    /// The names around it and its own, joined by ` › `.
    package let name: String
    /// What went wrong; nil where it passed.
    package let failure: Diagnostic?

    /// Whether it passed.
    package var passed: Bool { failure == nil }
}

/// What a failing `expect` throws: the run of the case ends, the next one goes on.
private struct ExpectationFailure: Error {
    let message: String
}

/// What the test primitives note while a test file runs.
final class TestState {
    fileprivate var path = ""
    fileprivate var filter: String?
    fileprivate var cases: [TestCase] = []
    fileprivate var fixtures: [(value: LuaTable, source: FixtureSource)] = []
    fileprivate var snapshots: [Snapshot] = []
    fileprivate var environment: ScriptEnvironment?
}

extension ScriptRuntime {
    /// Runs a test file; every `it` is a case, and one that fails does not stop the next.
    ///
    /// - Parameters:
    ///   - path: The file, relative to the unit's folder.
    ///   - filter: Only cases whose name contains it; nil for all.
    /// - Returns: The cases, in their order.
    /// - Throws: What keeps the file from being loaded.
    package func runTests(_ path: String, filter: String? = nil) throws(Diagnostic) -> [TestCase] {
        guard let source = try sources.source(at: path) else {
            throw Diagnostic("CB-F001", .input, Bilingual(vi: "không có tệp \(path)", en: "there is no file \(path)"))
        }
        (testing.path, testing.filter, testing.cases) = (path, filter, [])
        moduleSources[path] = source
        defer {
            forgetTestRecords()
            testing.fixtures = []
            testing.environment = nil
        }
        let environment = makeEnvironment()
        testing.environment = environment
        do {
            for (name, value) in try testGlobals().pairs { if let name = name.text { environment.keep(name, value) } }
            let chunk = try state.load(source, name: path, environment: environment.globals)
            _ = try state.withRun { () throws(LuaError) in try chunk.call() }
        } catch { throw diagnostic(for: error) }
        return testing.cases
    }

    private func testGlobals() throws -> LuaTable {
        guard let source = Stdlib.source(of: "test") else {
            preconditionFailure("the test library is part of the program")
        }
        let chunk = try state.load(source, name: "chibo/test.lua")
        guard let table = try chunk.call(.table(prelude.host)).first?.table else {
            preconditionFailure("the test library answers its functions")
        }
        return table
    }

    /// Adds the primitives that `Stdlib/test.lua` is made of.
    func addTestPrimitives(to host: LuaTable) {
        host["test_case"] = .function(
            state.makeFunction("it") { [unowned self] call in
                try self.runCase(try call.string(1), try call.function(2))
            })
        host["test_failure"] = .function(
            state.makeFunction("expect") { call in throw ExpectationFailure(message: try call.string(1)) })
        host["fixture"] = .function(
            state.makeFunction("fixture") { [unowned self] call in
                let value = self.state.makeTable()
                self.testing.fixtures.append(
                    (value, try FixtureSource(TableReader(table: try call.table(1), name: "fixture"))))
                call.push(.table(value))
            })
        host["test_given"] = .function(
            state.makeFunction("given") { [unowned self] call in
                try self.runGiven(try call.table(1), try call.table(2), try call.function(3))
            })
        host["test_evaluate"] = .function(
            state.makeFunction("evaluate") { [unowned self] call in
                let options = call.isNil(3) ? nil : try call.table(3)
                call.push(.table(try self.evaluateFixture(try call.string(1), try call.table(2), options)))
            })
    }

    /// `given(fixture, { as_of = …, period = … }, function() … end)`: what a function sees over made-up records.
    private func runGiven(_ fixture: LuaTable, _ options: LuaTable, _ body: LuaFunction) throws {
        guard let environment = testing.environment else { return }
        let context = try testContext(fixture, options)
        for environment in [environment, library] { environment.beginRun() }
        running.append(context)
        defer {
            running.removeLast()
            for environment in [environment, library] { environment.endRun() }
        }
        var parameters: [String: LuaValue] = [:]
        for (name, value) in options["params"].table?.pairs ?? [] { parameters[name.text ?? ""] = value }
        try fill(environment, context, .everything, parameters: parameters)
        _ = try body.call()
    }

    private func runCase(_ name: String, _ body: LuaFunction) throws {
        if let filter = testing.filter, !name.contains(filter) { return }
        // Fixtures made around the case serve the next one too.
        let shared = testing.fixtures.count
        var failure: Diagnostic?
        do { try body.call() } catch {
            failure = failed(error)
            if failure?.stopsTheRun == true { throw error }
        }
        testing.cases.append(TestCase(path: testing.path, name: name, failure: failure))
        testing.fixtures.removeLast(testing.fixtures.count - shared)
        forgetTestRecords()
    }

    private func forgetTestRecords() {
        for snapshot in testing.snapshots { unmount(snapshot) }
        testing.snapshots = []
    }

    private func failed(_ error: LuaError) -> Diagnostic {
        var diagnostic = diagnostic(for: error)
        if let expectation = error.cause as? ExpectationFailure {
            diagnostic.code = "CB-E001"
            diagnostic.message = Bilingual(both: expectation.message)
            diagnostic.original = nil
        }
        return diagnostic
    }

    /// `evaluate(id, fixture, { period = 2023 })`: criteria, a plan or a quota over made-up records.
    private func evaluateFixture(_ id: String, _ fixture: LuaTable, _ options: LuaTable?) throws -> LuaTable {
        let context = try testContext(fixture, options)
        return try result(of: try kind(of: id), id, context)
    }

    /// The run that a test asks for: a fixture's records on a day.
    private func testContext(_ fixture: LuaTable, _ options: LuaTable?) throws -> RunContext {
        guard let source = testing.fixtures.first(where: { $0.value == fixture })?.source else {
            throw LuaScriptError(
                vi: "cần một fixture { … }", en: "a fixture { … } is needed")
        }
        if let options { try TableReader(table: options, name: "options").allow(["period", "as_of", "params"]) }
        let day = try options.flatMap { try TableReader(table: $0, name: "options").optionalDate("as_of") }
        guard let period = try period(options?["period"] ?? .nil) ?? day.map({ Period(year: $0.year) }) else {
            throw LuaScriptError(vi: "cần period = 2023", en: "period = 2023 is needed")
        }
        let asOf = day ?? period.last
        let snapshot = source.snapshot(asOf: asOf)
        testing.snapshots.append(snapshot)
        let parameters = try parameterTexts(options?["params"] ?? .nil)
        return RunContext(snapshot: snapshot, period: period, today: asOf, parameters: parameters) {
            [testing] date throws(Diagnostic) in
            let other = source.snapshot(asOf: date)
            testing.snapshots.append(other)
            return other
        }
    }

    private func kind(of id: String) throws(Diagnostic) -> String {
        for kind in [Definition.Kind.criteria, .plan, .quota]
        where try definitions(of: kind).contains(where: { $0.id == id }) {
            return kind.rawValue
        }
        return Definition.Kind.criteria.rawValue
    }
}
