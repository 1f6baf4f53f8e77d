import Chibo

/// Transactions and what they changed, as a person reads them.
struct AuditText {
    let language: Language
    let mask: AuditMask
    /// How many records of a transaction are shown.
    let limit: Int

    func lines(_ entry: AuditedChange, _ time: LocalTime) -> [Styled] {
        let note = entry.change.note
        let when =
            language == .vi ? time.vietnamese : String("\(time.date.iso) \(time.description.suffix(8).prefix(5))")
        var head = Styled("\(entry.change.version)  ", .strong) + Styled("\(when)  \(note.author)  ")
        head += Styled(note.action, .strong)
        let source = [note.sourceFile, note.sourceSheet == note.sourceFile ? "" : note.sourceSheet]
            .filter { !$0.isEmpty }
        if !source.isEmpty { head += Styled("  " + source.joined(separator: " · ")) }
        var lines = [head]
        if !note.reason.isEmpty { lines.append(Styled("   \(pick("lý do", "reason")): \(note.reason)")) }
        if !entry.erased.isEmpty {
            let names = entry.erased.prefix(limit).map { "\($0.kind.code) \($0.id)" }.joined(separator: ", ")
            let more = entry.erased.count > limit ? " …" : ""
            lines.append(Styled("   \(pick("đã xóa dữ liệu", "erased")): \(names)\(more)"))
        }
        if !entry.differences.isEmpty { lines += table(entry) }
        return lines + [Styled("")]
    }

    private func table(_ entry: AuditedChange) -> [Styled] {
        var table = TextTable([
            (pick("bản ghi", "record"), .left), (pick("dòng", "row"), .right), (pick("từ ngày", "from"), .left),
            (pick("trường", "field"), .left), (pick("cũ → mới", "old → new"), .left),
        ])
        for difference in entry.differences.prefix(limit) { rows(difference).forEach { table.add($0) } }
        var lines = table.lines()
        let more = entry.differences.count - min(limit, entry.differences.count)
        if more > 0 {
            lines.append(
                Styled(
                    "  "
                        + pick(
                            "và \(more) bản ghi nữa; -v in tất cả, chibo audit export ghi tất cả",
                            "and \(more) more records; -v prints all, chibo audit export writes all"), .faint))
        }
        return lines
    }

    private func rows(_ difference: AuditedChange.Difference) -> [[Styled]] {
        let schema = Schema[difference.key.kind]
        let state = difference.old == nil ? pick("mới", "new") : difference.new == nil ? pick("không còn", "gone") : ""
        let name = "\(difference.key.kind.code) \(difference.key.id)" + (state.isEmpty ? "" : " (\(state))")
        let days = language == .vi ? difference.from?.vietnamese : difference.from?.iso
        // The day may itself be a personal value: of a member it is the day of admission.
        let from = hidesDays(schema) && days != nil ? AuditMask.mark : days ?? ""
        let row = difference.sourceRow.map { String($0) } ?? ""
        return difference.fields.enumerated().map { index, position in
            let field = schema.fields[position]
            let (old, new) = (difference.old?[position], difference.new?[position])
            return [
                Styled(index == 0 ? name : ""), Styled(index == 0 ? row : ""), Styled(index == 0 ? from : ""),
                Styled(language == .vi ? field.label : field.code),
                Styled("\(mask.shown(old, field)) → \(mask.shown(new, field))"),
            ]
        }
    }

    private func hidesDays(_ schema: RecordSchema) -> Bool {
        guard case .field(let code) = schema.start, let field = schema.field(code) else { return false }
        return mask.hides(field)
    }

    private func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
