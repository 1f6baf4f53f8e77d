import Chibo
import ChiboModel

/// `chibo import`
extension Job {
    func importRoster() throws -> ExitCode {
        let host = try openHost()
        if !options.has(.dryRun) { try host.require(.import) }
        let file = path(options.operands[1])
        var report = try read(file, effective, host)
        var answer = effective
        if !report.undecided.isEmpty, let given = try askWhen(report.undecided.count) {
            answer = given
            report = try read(file, answer, host)
        }
        for _ in 0..<5 {
            do { return try finish(report, host) } catch let error as Diagnostic where error.code == "CB-D001" {
                // Somebody else has written since the comparison: this import's turn has come, on what is so now.
                report = try read(file, answer, host)
            }
        }
        return try finish(report, host)
    }

    /// Writes what a report has to write, and says what came of it.
    private func finish(_ report: ImportReport, _ host: ScriptHost) throws -> ExitCode {
        let accepted = report.changes != nil
        let isDry = options.has(.dryRun)
        // The rejected rows first: where they cannot be kept, the good ones are not taken either.
        let rejectedFile = try accepted && !isDry ? writeRejected(report) : nil
        let version = try accepted && !isDry ? commit(report, host, undoing: rejectedFile) : nil
        let code: ExitCode = accepted && (report.rejected.rows.isEmpty || options.has(.acceptValid)) ? .success : .data
        let summary = ImportSummary(report: report, version: version, rejectedFile: rejectedFile, isDry: isDry)
        if console.settings.json {
            try console.print(summary.json(code))
        } else {
            sayProblems(report)
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

    private func read(_ file: String, _ effective: EffectiveChoice, _ host: ScriptHost) throws -> ImportReport {
        let progress = Progress(console, Bilingual(vi: "đọc dòng", en: "reading rows"))
        defer { progress.finish() }
        return try host.readRoster(
            options.operands[0], file: file, effective: effective, acceptsValid: options.has(.acceptValid),
            reason: options.value(.reason) ?? ""
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

/// What an import did, in a few lines or as JSON.
struct ImportSummary {
    let report: ImportReport
    let version: DataVersion?
    let rejectedFile: String?
    let isDry: Bool

    private var counts: [(name: String, label: Bilingual, count: Int)] {
        [
            ("rows", Bilingual(vi: "dòng", en: "rows"), report.rowCount),
            ("added", Bilingual(vi: "mới", en: "new"), report.added.count),
            ("changed", Bilingual(vi: "thay đổi", en: "changed"), report.changed.count),
            ("untouched", Bilingual(vi: "giữ nguyên", en: "unchanged"), report.untouched),
            ("rejected", Bilingual(vi: "bị loại", en: "rejected"), report.rejected.rows.count),
            ("missing", Bilingual(vi: "vắng trong danh sách", en: "missing from the roster"), report.missing.count),
        ]
    }

    func lines(_ language: Language) -> [Styled] {
        let shown = counts.filter { $0.count > 0 || $0.name == "rows" }
        let figures = shown.map { "\($0.label[language]) \($0.count)" }.joined(separator: " · ")
        var lines = [Styled("\(report.mapping): ", .strong) + Styled("\(report.file) · \(report.sheet) · \(figures)")]
        if !report.missing.isEmpty {
            let ids = report.missing.prefix(20).map(\.text).joined(separator: " ")
            let word = language == .vi ? "cần xem lại (không ai bị xóa): " : "to be looked at (nobody is removed): "
            lines.append(Styled("  " + word + ids + (report.missing.count > 20 ? " …" : "")))
        }
        return lines + [Styled("  " + outcome[language])]
    }

    private var outcome: Bilingual {
        if report.changes == nil, report.undecided.count == report.rejected.rows.count {
            return Bilingual(
                vi: "chưa ghi gì: hãy nói thay đổi có từ ngày nào (--effective NGÀY) hay là sửa sai (--correct)",
                en: "nothing was written: say from which day the changes hold (--effective DATE), or that they correct "
                    + "the record (--correct)")
        }
        if report.changes == nil {
            return Bilingual(
                vi: "chưa ghi gì: sửa các dòng lỗi, hoặc thêm --accept-valid để nhập các dòng tốt",
                en: "nothing was written: mend the bad rows, or add --accept-valid to take the good ones")
        }
        if isDry { return Bilingual(vi: "chạy thử: chưa ghi gì", en: "dry run: nothing was written") }
        let rejected = rejectedFile.map {
            Bilingual(vi: "; dòng bị loại ở \($0)", en: "; rejected rows are in \($0)")
        }
        guard let version else {
            return Bilingual(
                vi: "không có gì thay đổi\(rejected?.vi ?? "")", en: "nothing changed\(rejected?.en ?? "")")
        }
        return Bilingual(
            vi: "đã ghi: phiên bản dữ liệu \(version)\(rejected?.vi ?? ""); rút lại: chibo import --undo \(version)",
            en: "written: data version \(version)\(rejected?.en ?? ""); to take it back: chibo import --undo \(version)"
        )
    }

    func json(_ code: ExitCode) -> JSON {
        var members = [
            JSON.Member(name: "mapping", value: .string(report.mapping)),
            JSON.Member(name: "file", value: .string(report.file)),
            JSON.Member(name: "sheet", value: .string(report.sheet)),
        ]
        members += counts.map { JSON.Member(name: $0.name, value: .int(Int64($0.count))) }
        members += [
            JSON.Member(name: "missing_ids", value: .array(report.missing.map { .string($0.text) })),
            JSON.Member(name: "problems", value: .array(report.problems.map(\.diagnostic.json))),
            JSON.Member(name: "notes", value: .array(report.notes.map(\.json))),
            JSON.Member(name: "data_version", value: version.map { .int($0.number) } ?? .null),
            JSON.Member(name: "rejected_file", value: .text(rejectedFile)),
            JSON.Member(name: "exit", value: .int(Int64(code.rawValue))),
        ]
        return .object(members)
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
