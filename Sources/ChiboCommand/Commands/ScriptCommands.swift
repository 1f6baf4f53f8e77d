import Chibo

/// `chibo test` and `chibo check`: is what the unit wrote right?
extension Job {
    func test() throws -> ExitCode {
        // Tests declare their own records: the unit's store is not even opened.
        let host = try ScriptHost(unit: unitFolder(), store: MemoryStore(), options: hostOptions)
        let files = try chosen(host.testFiles(), in: host.folder)
        let progress = Progress(console, Bilingual(vi: "kiểm thử", en: "testing"))
        var cases: [TestCase] = []
        var broken: [Diagnostic] = []
        for (index, file) in files.enumerated() {
            progress.update(index, of: files.count, at: file)
            do throws(Diagnostic) { cases += try host.runTests(file) } catch { broken.append(error) }
        }
        progress.finish()
        let failed = cases.count { !$0.passed } + broken.count
        let code: ExitCode = failed > 0 ? .negative : .success
        if console.settings.json {
            try console.print(testJSON(cases, broken, code))
        } else {
            try show(cases, broken, failed)
        }
        return code
    }

    private func show(_ cases: [TestCase], _ broken: [Diagnostic], _ failed: Int) throws {
        for test in cases {
            if let failure = test.failure {
                try console.print(Styled("✗ ", .error) + Styled("\(test.path): \(test.name)"))
                console.say(failure)
            } else if console.settings.verbose {
                try console.print(Styled("✓ ", .good) + Styled("\(test.path): \(test.name)"))
            }
        }
        broken.forEach { console.say($0) }
        let passed = cases.count { $0.passed }
        let line = language == .vi ? "\(passed) đạt, \(failed) trượt" : "\(passed) passed, \(failed) failed"
        try console.print(Styled(line, failed > 0 ? .error : .good))
    }

    private func testJSON(_ cases: [TestCase], _ broken: [Diagnostic], _ code: ExitCode) -> JSON {
        .object([
            "cases": .array(
                cases.map { test in
                    .object([
                        "file": .string(test.path), "name": .string(test.name), "passed": .bool(test.passed),
                        "failure": test.failure?.json,
                    ])
                }), "diagnostics": .array(broken.map(\.json)), "exit": .int(Int64(code.rawValue)),
        ])
    }

    /// The paths that were named, or that lie in a folder that was named; all where nothing was.
    private func chosen(_ paths: [String], in folder: String) throws -> [String] {
        if options.operands.isEmpty { return paths }
        return try options.operands.flatMap { typed in
            let wanted = scriptPath(typed, in: folder)
            let inside = wanted.hasSuffix("/") ? wanted : wanted + "/"
            let found = paths.filter { $0 == wanted || $0.hasPrefix(inside) }
            if found.isEmpty { throw Failures.cannotRead(typed, 2) }
            return found
        }
    }

    func check() throws -> ExitCode {
        let folder = try unitFolder()
        let check = try UnitCheck(UnitFolder(folder))
        let paths = try chosen(check.paths(), in: folder)
        var found: [Diagnostic] = []
        for path in paths {
            do throws(Diagnostic) { found += try check.check(path) } catch { found.append(error) }
        }
        let broken = Set(found.compactMap(\.place?.file))
        // What loads can still define something wrongly; a file with faults would only repeat them.
        found += loadProblems(folder).filter { problem in
            problem.place.map { paths.contains($0.file) && !broken.contains($0.file) } ?? options.operands.isEmpty
        }
        let code: ExitCode = found.contains { $0.severity == .error } ? .negative : .success
        if console.settings.json {
            try console.print(
                .object([
                    "files": .int(Int64(paths.count)), "diagnostics": .array(found.map(\.json)),
                    "exit": .int(Int64(code.rawValue)),
                ]))
        } else {
            found.forEach { console.say($0) }
            let line = Bilingual(
                vi: "\(paths.count) tệp, \(found.count) lỗi",
                en:
                    "\(paths.count) file\(paths.count == 1 ? "" : "s"), \(found.count) problem\(found.count == 1 ? "" : "s")"
            )
            try console.print(Styled(line[language], found.isEmpty ? .good : .error))
        }
        return code
    }

    private func loadProblems(_ folder: String) -> [Diagnostic] {
        do {
            return try ScriptHost(unit: folder, store: MemoryStore(), options: hostOptions).loadProblems()
        } catch {
            return [error]
        }
    }
}
