package import ChiboModel
package import ChiboOffice

/// Records of a kind in a spreadsheet that can be imported again, by ``StandardMapping``.
///
/// Ids and numbers of cards are text and keep their zeros, dates are dates, and no text runs as a formula.
package struct RecordExport {
    /// A cell as it is written: a value of the workbook, and the same as text.
    private struct Cell {
        let value: OutputValue
        let text: String
    }

    private let kind: RecordKind
    private let snapshot: Snapshot
    private let fields: [Int]
    /// Records that others may be named by: those whose name nobody else has.
    private let names: [RecordKind: [RecordID: String]]

    /// The records of a day.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - snapshot: The records.
    ///   - includesPersonal: Whether fields that say something of a person, or that the office restricts, are written.
    package init(_ kind: RecordKind, _ snapshot: Snapshot, includesPersonal: Bool) {
        (self.kind, self.snapshot) = (kind, snapshot)
        let schema = Schema[kind]
        fields = schema.fields.indices.filter { includesPersonal || schema.fields[$0].sensitivity == .none }
        names = Dictionary(uniqueKeysWithValues: [.unit, .adminUnit].map { ($0, RecordExport.names($0, snapshot)) })
    }

    /// How many records there are.
    package var count: Int { snapshot[kind].count }

    /// The labels of the fields that are not written, because they are personal or restricted.
    package var leftOut: [String] {
        let schema = Schema[kind]
        return schema.fields.indices.filter { !fields.contains($0) }.map { schema.fields[$0].label }
    }

    /// Names that lead to one record only, as the importer looks them up.
    private static func names(_ kind: RecordKind, _ snapshot: Snapshot) -> [RecordID: String] {
        let index = ReferenceIndex(kind, in: snapshot)
        var result: [RecordID: String] = [:]
        for row in 0..<Int32(snapshot[kind].count) {
            let id = snapshot.id(of: row, in: kind)
            guard let name = snapshot.value(kind, row: row, "name").plain, (try? index.find(name)) == id else {
                continue
            }
            result[id] = name
        }
        return result
    }

    private var headings: [String] {
        let schema = Schema[kind]
        return [StandardMapping.idHeading] + fields.map { StandardMapping.heading(schema.fields[$0], schema) }
    }

    private func cells(_ row: Int32) -> [Cell] {
        let id = snapshot.id(of: row, in: kind).text
        return [Cell(value: .text(id), text: id)]
            + fields.map { cell(snapshot.value(kind, row: row, field: $0), Schema[kind].fields[$0]) }
    }

    private func cell(_ value: FieldValue, _ field: FieldDefinition) -> Cell {
        switch value {
        case .missing: return Cell(value: .blank, text: "")
        case .integer(let number): return Cell(value: .integer(Int(number)), text: String(number))
        case .date(let day): return date(day)
        case .partialDate(let partial):
            return partial.exact.map { date($0) } ?? Cell(value: .text(partial.vietnamese), text: partial.vietnamese)
        default:
            let text = text(value, field)
            return Cell(value: .text(text), text: RecordExport.guarded(text))
        }
    }

    private func text(_ value: FieldValue, _ field: FieldDefinition) -> String {
        switch (value, field.type) {
        case (.boolean(let flag), _): return flag ? "có" : "không"
        case (.code(let code), .code(let list)):
            let label = list.label(of: code)
            return list.code(for: label) == code ? label : code
        case (.reference(let id), .reference(let kind)): return names[kind]?[id] ?? id.text
        default: return value.plain ?? ""
        }
    }

    /// A day; one whose serial number looks like a year is text, so that nobody takes it for a year typed by mistake.
    private func date(_ day: CalendarDate) -> Cell {
        let looksLikeYear = (1900...2100).contains(DateSystem.from1900.wholeSerial(day))
        return Cell(value: looksLikeYear ? .text(day.vietnamese) : .date(day), text: day.vietnamese)
    }
}

// MARK: Files

extension RecordExport {
    /// Writes a workbook that only its owner can read.
    package func writeWorkbook(to path: String) throws(OfficeError) {
        let book = try WorkbookWriter(path: path)
        let sheet = try book.addSheet(Schema[kind].label)
        let bold = CellFormat().with {
            $0.isBold = true
            $0.wraps = true
        }
        // Cells of text stay text when somebody types into them.
        let plain = CellFormat().with { $0.numberFormat = "@" }
        let day = CellFormat().with { $0.numberFormat = "dd/mm/yyyy" }
        let number = CellFormat()
        for (index, heading) in headings.enumerated() {
            try sheet.write(.text(heading), at: CellReference(row: 1, column: index + 1), format: bold)
        }
        try sheet.setColumns(1...headings.count, width: 18)
        for row in 0..<Int32(count) {
            for (index, cell) in cells(row).enumerated() where cell.value != .blank {
                let format =
                    switch cell.value {
                    case .date: day
                    case .integer: number
                    default: plain
                    }
                try sheet.write(
                    cell.value, at: CellReference(row: Int(row) + 2, column: index + 1), format: format)
            }
        }
        sheet.freeze(rows: 1)
        try book.close()
    }

    /// The records as separated values, in UTF-8 with the mark by which Excel knows it.
    package var csv: String {
        var lines = "\u{FEFF}" + RecordExport.line(headings)
        for row in 0..<Int32(count) { lines += RecordExport.line(cells(row).map(\.text)) }
        return lines
    }

    private static func line(_ values: [String]) -> String {
        values.map { value in
            guard value.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09].contains($0) }) else {
                return value
            }
            return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }.joined(separator: ",") + "\r\n"
    }

    /// An apostrophe in front of what a spreadsheet would run as a formula; ``CellText/withoutGuard(_:)`` takes it off.
    private static func guarded(_ text: String) -> String { CellText.needsGuard(text) ? "'" + text : text }
}
