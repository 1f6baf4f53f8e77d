import Chibo

/// What an import did, in a few lines or as JSON.
struct ImportSummary {
    let report: ImportReport
    let version: DataVersion?
    let rejectedFile: String?
    let suggestionsFile: String?
    let isDry: Bool

    private var counts: [(name: String, label: Bilingual, count: Int)] {
        [
            ("rows", Bilingual(vi: "dòng", en: "rows"), report.rowCount),
            ("added", Bilingual(vi: "mới", en: "new"), report.added.count),
            ("changed", Bilingual(vi: "thay đổi", en: "changed"), report.changed.count),
            ("untouched", Bilingual(vi: "giữ nguyên", en: "unchanged"), report.untouched),
            ("rejected", Bilingual(vi: "bị loại", en: "rejected"), report.rejected.rows.count),
            ("missing", Bilingual(vi: "vắng trong danh sách", en: "missing from the roster"), report.missing.count),
            ("suggestions", Bilingual(vi: "đề xuất chờ quyết định", en: "suggestions to decide"), undecided),
        ]
    }

    private var undecided: Int { report.suggestions.count { $0.decision == nil } }

    func lines(_ language: Language) -> [Styled] {
        let shown = counts.filter { $0.count > 0 || $0.name == "rows" }
        let figures = shown.map { "\($0.label[language]) \($0.count)" }.joined(separator: " · ")
        var lines = [Styled("\(report.mapping): ", .strong) + Styled("\(report.file) · \(report.sheet) · \(figures)")]
        if !report.missing.isEmpty {
            let ids = report.missing.prefix(20).map(\.text).joined(separator: " ")
            let word = language == .vi ? "cần xem lại (không ai bị xóa): " : "to be looked at (nobody is removed): "
            lines.append(Styled("  " + word + ids + (report.missing.count > 20 ? " …" : "")))
        }
        lines.append(Styled("  " + outcome[language]))
        if let advice { lines.append(Styled("  " + advice[language])) }
        return lines
    }

    /// What to do about suggestions that nobody has decided.
    private var advice: Bilingual? {
        if let suggestionsFile {
            return Bilingual(
                vi: "các đề xuất ở \(suggestionsFile): đánh dấu cột đầu rồi nhập với --decisions \(suggestionsFile)",
                en: "the suggestions are in \(suggestionsFile): mark its first column and import with --decisions "
                    + suggestionsFile)
        }
        guard undecided > 0 else { return nil }
        return Bilingual(
            vi: "\(undecided) đề xuất chờ quyết định: --review hỏi từng cái, --suggestions TỆP ghi ra bảng",
            en: "\(undecided) suggestions to decide: --review asks about each, --suggestions FILE writes them down")
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
            JSON.Member(name: "added_records", value: .array(report.added.map { ImportView.json($0) })),
            JSON.Member(
                name: "changes", value: .array(report.changed.map { ImportView.json($0, report) })),
            JSON.Member(name: "suggested", value: .array(report.suggestions.map { ImportView.json($0) })),
            JSON.Member(name: "problems", value: .array(report.problems.map(\.diagnostic.json))),
            JSON.Member(name: "notes", value: .array(report.notes.map(\.json))),
            JSON.Member(name: "suggestions_file", value: .text(suggestionsFile)),
            JSON.Member(name: "data_version", value: version.map { .int($0.number) } ?? .null),
            JSON.Member(name: "rejected_file", value: .text(rejectedFile)),
            JSON.Member(name: "exit", value: .int(Int64(code.rawValue))),
        ]
        return .object(members)
    }
}
