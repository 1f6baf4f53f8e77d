import Chibo
import ChiboModel

/// `chibo import`
extension Job {
    func importRoster() throws -> ExitCode {
        let host = try openHost()
        if !options.has(.dryRun) { try host.require(.import) }
        let file = path(options.operands[1])
        var decisions = try options.decisions.map { try host.readDecisions(path($0)) } ?? ImportDecisions()
        var report = try read(file, effective, host, decisions)
        if options.has(.review) {
            try review(report.suggestions, into: &decisions)
            report = try read(file, effective, host, decisions)
        }
        var answer = effective
        if !report.undecided.isEmpty, let given = try askWhen(report.undecided.count) {
            answer = given
            report = try read(file, answer, host, decisions)
        }
        for _ in 0..<5 {
            do { return try finish(report, host) } catch let error as Diagnostic where error.code == "CB-D001" {
                // Somebody else has written since the comparison: this import's turn has come, on what is so now.
                report = try read(file, answer, host, decisions)
            }
        }
        return try finish(report, host)
    }

    /// Writes what a report has to write, and says what came of it.
    private func finish(_ report: ImportReport, _ host: ScriptHost) throws -> ExitCode {
        let suggestionsFile = try options.suggestions.map { try writeSuggestions(report, to: path($0)) }
        let accepted = report.changes != nil
        let isDry = options.has(.dryRun) || suggestionsFile != nil
        // The rejected rows first: where they cannot be kept, the good ones are not taken either.
        let rejectedFile = try accepted && !isDry ? writeRejected(report) : nil
        let version = try accepted && !isDry ? commit(report, host, undoing: rejectedFile) : nil
        // Suggestions were asked for, and are written; what they are about is still to be decided.
        let isDone = accepted || suggestionsFile != nil
        let code: ExitCode =
            isDone && (report.rejected.rows.isEmpty || options.has(.acceptValid) || suggestionsFile != nil)
            ? .success : .data
        let summary = ImportSummary(
            report: report, version: version, rejectedFile: rejectedFile, suggestionsFile: suggestionsFile, isDry: isDry
        )
        if console.settings.json {
            try console.print(summary.json(code))
        } else {
            sayProblems(report)
            if isDry {
                let view = ImportView(report: report, limit: console.settings.verbose ? Int.max : 20)
                for line in view.lines(language) { try console.print(line) }
            }
            for line in summary.lines(language) { try console.print(line) }
        }
        return code
    }

    /// Writes the good rows; where that fails, the file of the bad ones would tell of an import that was none.
    private func commit(_ report: ImportReport, _ host: ScriptHost, undoing file: String?) throws -> DataVersion? {
        do { return try host.commit(report) } catch {
            if let file { FileAccess.remove(file) }
            throw error
        }
    }

    private var effective: EffectiveChoice {
        if options.has(.correct) { return .correction }
        return options.effective.map { .on($0) } ?? .ask
    }

    private func read(
        _ file: String, _ effective: EffectiveChoice, _ host: ScriptHost, _ decisions: ImportDecisions
    ) throws -> ImportReport {
        let progress = Progress(console, Bilingual(vi: "đọc dòng", en: "reading rows"))
        defer { progress.finish() }
        return try host.readRoster(
            options.operands[0], file: file, effective: effective, acceptsValid: options.has(.acceptValid),
            reason: options.value(.reason) ?? "", decisions: decisions
        ) { done, total in progress.update(done, of: total) }
    }

    /// Asks from when on the changes count, where there is somebody to ask.
    private func askWhen(_ count: Int) throws -> EffectiveChoice? {
        let terminal = console.terminal
        guard terminal.inputIsTerminal, terminal.isTerminal(.messages), !options.has(.noInput) else { return nil }
        while true {
            console.say(
                Styled(
                    language == .vi
                        ? "\(count) bản ghi đổi chi bộ hoặc tình trạng. Từ ngày nào? (ngày, s = sửa sai, Enter = thôi)"
                        : "\(count) records change branch or state. From which day? (a day, c = correction, Enter = "
                            + "stop)"
                ))
            guard let answer = terminal.readLine()?.filter({ !$0.isWhitespace }), !answer.isEmpty else { return nil }
            if ["s", "c"].contains(answer.lowercased()) { return .correction }
            if let date = Flag.ValueKind.date(answer) { return .on(date) }
        }
    }

    private func writeRejected(_ report: ImportReport) throws -> String? {
        guard !report.rejected.rows.isEmpty else { return nil }
        let file = options.output.map(path) ?? freePath(report.file)
        do { try report.rejected.write(to: file, language: language) } catch { throw Failures.rowsNotKept(file, error) }
        return file
    }

    /// Beside the roster, with the same name; a file that somebody may be correcting is not written over.
    private func freePath(_ file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
        let stem = String(file.dropLast(ending.count)) + "-rejected"
        var number = 1
        while true {
            let candidate = stem + (number == 1 ? "" : "-\(number)") + ".xlsx"
            if FileAccess.kind(candidate) == nil { return candidate }
            number += 1
        }
    }

    /// The problem with what stands in the cell, cut to what a person needs to find it.
    private func shown(_ problem: CellProblem) -> Diagnostic {
        var diagnostic = problem.diagnostic
        let value = DisplayWidth.cut(problem.value, to: 60)
        let message = diagnostic.message
        guard !value.isEmpty, !message.vi.contains(value) else { return diagnostic }
        diagnostic.message = Bilingual(vi: "\(message.vi): “\(value)”", en: "\(message.en): \"\(value)\"")
        return diagnostic
    }

    /// Every problem with `-v`; else as many as a person reads at once, and how many more.
    private func sayProblems(_ report: ImportReport) {
        let limit = console.settings.verbose ? Int.max : 20
        for problem in report.problems.prefix(limit) { console.say(shown(problem)) }
        let more = report.problems.count - limit
        if more > 0 {
            console.note(
                Bilingual(vi: "và \(more) lỗi nữa; -v in tất cả", en: "and \(more) more; -v prints them all"))
        }
        for note in report.notes { console.say(note) }
    }
}

extension Failures {
    static func rowsNotKept(_ file: String, _ error: some Error) -> Diagnostic {
        Diagnostic(
            "CB-H005", .output,
            Bilingual(
                vi: "không ghi được các dòng bị loại ra “\(file)”, nên các dòng tốt cũng chưa được nhập",
                en: "the rejected rows cannot be written to \"\(file)\", so the good ones were not taken either"),
            suggestion: Bilingual(
                vi: "chỉ ra một nơi ghi được bằng --out TỆP", en: "name a place that can be written with --out FILE"),
            original: "\(error)", arguments: ["path": file])
    }
}
