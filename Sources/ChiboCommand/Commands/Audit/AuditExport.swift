import Chibo

/// The audit log as a file for other programs: one line a field that changed.
struct AuditExport {
    /// The formats, by the endings of files.
    enum Format {
        case csv, json

        init?(file: String) {
            if file.lowercased().hasSuffix(".csv") {
                self = .csv
            } else if file.lowercased().hasSuffix(".json") {
                self = .json
            } else {
                return nil
            }
        }
    }

    let mask: AuditMask

    func text(_ entries: [(AuditedChange, LocalTime)], as format: Format) -> String {
        switch format {
        case .csv: csv(entries)
        case .json:
            JSON.object(["entries": .array(entries.map { AuditJSON(mask: mask).entry($0, $1) })]).pretty + "\n"
        }
    }

    private static let columns = [
        "version", "recorded_at", "author", "action", "reason", "source_file", "source_sheet", "source_sha256",
        "kind", "id", "change", "from", "to", "source_row", "field", "old", "new",
    ]

    private func csv(_ entries: [(AuditedChange, LocalTime)]) -> String {
        // Excel takes a file without the mark for one in the machine's old encoding.
        var text = "\u{FEFF}" + AuditExport.columns.joined(separator: ",") + "\r\n"
        for (entry, time) in entries {
            let note = entry.change.note
            let head = [
                String(entry.change.version.number), time.iso, note.author, note.action, note.reason, note.sourceFile,
                note.sourceSheet, note.sourceHash,
            ]
            let rows = self.rows(entry)
            for row in rows.isEmpty ? [Array(repeating: "", count: 9)] : rows {
                text += (head + row).map(AuditExport.quoted).joined(separator: ",") + "\r\n"
            }
        }
        return text
    }

    private func rows(_ entry: AuditedChange) -> [[String]] {
        let erased = entry.erased.map { [$0.kind.code, $0.id.text, "erased"] + Array(repeating: "", count: 6) }
        return erased
            + entry.differences.flatMap { difference in
                let record = AuditJSON(mask: mask).record(difference)
                return difference.fields.map { position in
                    let field = Schema[difference.key.kind].fields[position]
                    return [
                        difference.key.kind.code, difference.key.id.text, record.change, record.from ?? "",
                        record.to ?? "", difference.sourceRow.map { String($0) } ?? "", field.code,
                        mask.plain(difference.old?[position], field) ?? "",
                        mask.plain(difference.new?[position], field) ?? "",
                    ]
                }
            }
    }

    /// A field of CSV; what a spreadsheet would take for a formula gets an apostrophe in front.
    private static func quoted(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != " " }
        let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { [34, 44, 59, 10, 13].contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

/// A transaction as JSON, masked.
struct AuditJSON {
    let mask: AuditMask

    func entry(_ entry: AuditedChange, _ time: LocalTime) -> JSON {
        let note = entry.change.note
        return .object([
            "version": .int(entry.change.version.number), "recorded_at": .string(time.iso),
            "author": .string(note.author), "action": .string(note.action), "reason": .string(note.reason),
            "source_file": .string(note.sourceFile), "source_sheet": .string(note.sourceSheet),
            "source_sha256": .string(note.sourceHash),
            "erased": entry.erased.isEmpty
                ? nil
                : .array(entry.erased.map { .object(["kind": .string($0.kind.code), "id": .string($0.id.text)]) }),
            "records": .array(entry.differences.map(json)),
        ])
    }

    /// What happened to a record, and on which days, as far as they may be seen.
    func record(_ difference: AuditedChange.Difference) -> (change: String, from: String?, to: String?) {
        let change = difference.old == nil ? "new" : difference.new == nil ? "gone" : "changed"
        let schema = Schema[difference.key.kind]
        var isHidden = false
        if case .field(let code) = schema.start, let field = schema.field(code) { isHidden = mask.hides(field) }
        return (
            change, difference.from.map { isHidden ? AuditMask.mark : $0.iso },
            difference.to.map { isHidden ? AuditMask.mark : $0.iso }
        )
    }

    private func json(_ difference: AuditedChange.Difference) -> JSON {
        let record = record(difference)
        let fields = difference.fields.map { position in
            let field = Schema[difference.key.kind].fields[position]
            return JSON.object([
                "field": .string(field.code), "old": .text(mask.plain(difference.old?[position], field)),
                "new": .text(mask.plain(difference.new?[position], field)),
            ])
        }
        return .object([
            "kind": .string(difference.key.kind.code), "id": .string(difference.key.id.text),
            "change": .string(record.change), "from": .text(record.from), "to": .text(record.to),
            "source_row": difference.sourceRow.map { .int(Int64($0)) } ?? .null, "fields": .array(fields),
        ])
    }
}
