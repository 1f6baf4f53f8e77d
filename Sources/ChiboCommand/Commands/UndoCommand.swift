import Chibo

/// `chibo import --undo VERSION`
extension Job {
    func undoImport() throws -> ExitCode {
        let host = try openHost()
        if !options.has(.dryRun) { try host.require(.import) }
        let version = DataVersion(options.value(.undo).flatMap { Int64($0) } ?? 0)
        let base = try host.version()
        let plan = try host.undoPlan(of: version)
        guard plan.obstacles.isEmpty else {
            throw Failures.cannotUndo(version, plan.obstacles, verbose: console.settings.verbose)
        }
        let isDry = options.has(.dryRun)
        let made =
            try isDry || plan.assertions.isEmpty
            ? nil : host.undo(plan, of: version, base: base, reason: options.value(.reason) ?? "")
        let summary = UndoSummary(plan: plan, version: version, made: made, isDry: isDry)
        if console.settings.json {
            try console.print(summary.json)
        } else {
            for line in summary.lines(language) { try console.print(line) }
        }
        return .success
    }
}

/// What taking a transaction back did, in a few lines or as JSON.
struct UndoSummary {
    let plan: UndoPlan
    let version: DataVersion
    let made: DataVersion?
    let isDry: Bool

    private var counts: [(kind: RecordKind, count: Int)] {
        RecordKind.allCases.compactMap { kind in
            let count = Set(plan.assertions.filter { $0.kind == kind }.map(\.id)).count
            return count == 0 ? nil : (kind, count)
        }
    }

    func lines(_ language: Language) -> [Styled] {
        let figures = counts.map { "\(language == .vi ? Schema[$0.kind].label : $0.kind.code) \($0.count)" }
        let word = language == .vi ? "rút lại phiên bản \(version): " : "taking back version \(version): "
        let nothing = language == .vi ? "không còn gì để rút lại" : "nothing is left to take back"
        var lines = [Styled(word, .strong) + Styled(figures.isEmpty ? nothing : figures.joined(separator: " · "))]
        if isDry {
            lines.append(Styled(language == .vi ? "  chạy thử: chưa ghi gì" : "  dry run: nothing was written"))
        } else if let made {
            lines.append(
                Styled(language == .vi ? "  đã ghi: phiên bản dữ liệu \(made)" : "  written: data version \(made)"))
        }
        return lines
    }

    var json: JSON {
        .object([
            "undone": .int(version.number),
            "records": .object(counts.map { JSON.Member(name: $0.kind.code, value: .int(Int64($0.count))) }),
            "data_version": made.map { .int($0.number) } ?? .null, "exit": 0,
        ])
    }
}

extension Failures {
    static func cannotUndo(_ version: DataVersion, _ obstacles: [UndoPlan.Obstacle], verbose: Bool) -> Diagnostic {
        let later = Set(obstacles.flatMap(\.versions)).filter { $0 != version }.sorted(by: >)
        let shown = obstacles.prefix(verbose ? Int.max : 5)
        let more = obstacles.count > shown.count ? " …" : ""
        let order = later.map { "--undo \($0)" }.joined(separator: ", ")
        return Diagnostic(
            "CB-D006", .data,
            Bilingual(
                vi:
                    "không rút lại được phiên bản \(version): \(obstacles.count) bản ghi đã đổi tiếp từ đó; chưa ghi "
                    + "gì",
                en:
                    "version \(version) cannot be taken back: \(obstacles.count) records have gone on since; nothing "
                    + "was written"),
            cause: Bilingual(
                vi: shown.map { words($0).vi }.joined(separator: "; ") + more,
                en: shown.map { words($0).en }.joined(separator: "; ") + more),
            suggestion: order.isEmpty
                ? Bilingual(
                    vi: "dữ liệu đã xóa theo yêu cầu không lấy lại được",
                    en: "what was erased on request does not come back")
                : Bilingual(
                    vi: "rút lại trước, theo thứ tự: \(order)", en: "take these back first, in this order: \(order)"),
            arguments: [
                "version": String(version.number), "later": later.map { String($0.number) }.joined(separator: " "),
            ])
    }

    private static func words(_ obstacle: UndoPlan.Obstacle) -> Bilingual {
        let name = "\(obstacle.key.kind.code) \(obstacle.key.id)"
        let versions = obstacle.versions.map { String($0.number) }.joined(separator: ", ")
        return switch obstacle.kind {
        case .changed(let fields) where !fields.isEmpty:
            Bilingual(
                vi: "\(name): \(fields.joined(separator: ", ")) (phiên bản \(versions))",
                en: "\(name): \(fields.joined(separator: ", ")) (version \(versions))")
        case .changed: Bilingual(both: "\(name) (\(versions))")
        case .referred(let from):
            Bilingual(
                vi: "\(name): \(from.kind.code) \(from.id) nhắc tới (phiên bản \(versions))",
                en: "\(name): \(from.kind.code) \(from.id) refers to it (version \(versions))")
        case .erased:
            Bilingual(vi: "\(name): đã xóa theo yêu cầu", en: "\(name): erased on request")
        }
    }
}
