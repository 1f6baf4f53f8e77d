import Chibo

/// What an import would change, record by record: new, old → new, moved or corrected, and what is suggested.
struct ImportView {
    let report: ImportReport
    /// How many of each are shown.
    let limit: Int

    func lines(_ language: Language) -> [Styled] {
        section(
            Bilingual(vi: "Mới", en: "New")[language], report.added.map { "\($0.id)  (\(row($0.row, language)))" },
            language)
            + section(
                Bilingual(vi: "Thay đổi", en: "Changed")[language],
                report.changed.map { change in
                    let fields = change.fields.map { text($0, language) }
                    return "\(change.id)  (\(row(change.row, language)))  " + fields.joined(separator: "; ")
                }, language)
            + section(
                Bilingual(vi: "Đề xuất", en: "Suggestions")[language],
                report.suggestions.map { ImportView.text($0, language) }, language)
    }

    private func row(_ number: Int, _ language: Language) -> String {
        (language == .vi ? "dòng " : "row ") + String(number)
    }

    private func section(_ title: String, _ items: [String], _ language: Language) -> [Styled] {
        guard !items.isEmpty else { return [] }
        let more = items.count - limit
        let rest =
            more > 0
            ? [
                Styled(
                    language == .vi ? "  … và \(more) nữa; -v in tất cả" : "  … and \(more) more; -v prints them all")
            ] : []
        return [Styled("\(title) (\(items.count))", .heading)] + items.prefix(limit).map { Styled("  " + $0) } + rest
    }

    /// `chi bộ: A → B, từ 01/09/2023`, or what was filled in or corrected.
    private func text(_ change: FieldChange, _ language: Language) -> String {
        let definition = Schema[report.kind].fields[change.index]
        let (old, new) = (
            change.old.shown(as: definition, report.snapshot), change.new.shown(as: definition, report.snapshot)
        )
        let name = language == .vi ? definition.label : definition.code
        if change.old == .missing { return "\(name): \(language == .vi ? "bổ sung" : "filled in") \(new)" }
        let how =
            if let day = report.day(of: change) {
                language == .vi ? ", từ \(day.vietnamese)" : ", from \(day.vietnamese)"
            } else { language == .vi ? ", sửa sai" : ", corrected" }
        return "\(name): \(old) → \(new)" + how
    }

    /// One suggestion on one line: where, what, why, and what was decided.
    static func text(_ suggestion: Suggestion, _ language: Language) -> String {
        let heading = suggestion.heading.isEmpty ? "" : " “\(suggestion.heading)”"
        let old = suggestion.old.isEmpty ? "" : "“\(DisplayWidth.cut(suggestion.old, to: 40))” → "
        let mark =
            switch suggestion.decision {
            case true?: language == .vi ? "[nhận] " : "[accepted] "
            case false?: language == .vi ? "[bác] " : "[refused] "
            case nil: ""
            }
        return "\(mark)\(suggestion.place)\(heading): \(old)“\(suggestion.proposed)” — "
            + "\(suggestion.kind.label[language]): \(suggestion.why[language])"
    }
}

// MARK: JSON

extension ImportView {
    static func json(_ added: ImportReport.Added) -> JSON {
        .object([
            JSON.Member(name: "row", value: .int(Int64(added.row))),
            JSON.Member(name: "id", value: .string(added.id.text)),
        ])
    }

    static func json(_ change: RecordChange, _ report: ImportReport) -> JSON {
        let fields = change.fields.map { field -> JSON in
            let day = report.day(of: field)
            let how = field.old == .missing ? "filled_in" : day == nil ? "corrected" : "changed"
            return .object([
                JSON.Member(name: "field", value: .string(field.field)),
                JSON.Member(name: "old", value: .text(field.old.plain)),
                JSON.Member(name: "new", value: .text(field.new.plain)),
                JSON.Member(name: "how", value: .string(how)), JSON.Member(name: "from", value: .text(day?.iso)),
            ])
        }
        return .object([
            JSON.Member(name: "row", value: .int(Int64(change.row))),
            JSON.Member(name: "id", value: .string(change.id.text)),
            JSON.Member(name: "moved", value: .bool(change.isMove)), JSON.Member(name: "fields", value: .array(fields)),
        ])
    }

    static func json(_ suggestion: Suggestion) -> JSON {
        .object([
            JSON.Member(name: "key", value: .string(suggestion.key)),
            JSON.Member(name: "kind", value: .string(suggestion.kind.rawValue)),
            JSON.Member(name: "sheet", value: .string(suggestion.sheet)),
            JSON.Member(name: "rows", value: .array(suggestion.rows.map { .int(Int64($0)) })),
            JSON.Member(name: "column", value: .string(suggestion.column)),
            JSON.Member(name: "heading", value: .string(suggestion.heading)),
            JSON.Member(name: "old", value: .string(suggestion.old)),
            JSON.Member(name: "proposed", value: .string(suggestion.proposed)),
            JSON.Member(name: "why_vi", value: .string(suggestion.why.vi)),
            JSON.Member(name: "why_en", value: .string(suggestion.why.en)),
            JSON.Member(name: "blocks", value: .bool(suggestion.blocks)),
            JSON.Member(name: "accepted", value: suggestion.decision.map { .bool($0) } ?? .null),
        ])
    }
}
