import ChiboLua
import ChiboModel

/// Made-up records of a test: `fixture { branches = { { id = "CB1", type = "student" } }, meetings = { … } }`.
struct FixtureSource {
    private struct Row {
        let id: RecordID
        let values: [FieldValue]
    }

    private var rows: [RecordKind: [Row]] = [:]

    /// Reads the records; a field that is not there, or a value that does not fit, is an error that names it.
    init(_ reader: TableReader) throws(Diagnostic) {
        let names = RecordKind.allCases.map(\.plural) + ["branches"]
        try reader.allow(names)
        for name in names {
            for (index, entry) in try reader.tables(name).enumerated() {
                let kind = name == "branches" ? .unit : RecordKind.allCases.first { $0.plural == name } ?? .unit
                let row = try FixtureSource.row(entry, kind, number: index + 1, isBranch: name == "branches")
                rows[kind, default: []].append(row)
            }
        }
    }

    private static func row(
        _ reader: TableReader, _ kind: RecordKind, number: Int, isBranch: Bool
    ) throws(Diagnostic) -> Row {
        let schema = Schema[kind]
        try reader.allow(["id"] + schema.fields.map(\.code))
        var values: [FieldValue] = []
        for field in schema.fields { values.append(try value(reader, field)) }
        if isBranch, let index = schema.index(of: "kind"), values[index] == .missing { values[index] = .code("branch") }
        let id = try reader.optionalText("id").map(RecordID.init) ?? RecordID(kind, number: number)
        return Row(id: id, values: values)
    }

    private static func value(_ reader: TableReader, _ field: FieldDefinition) throws(Diagnostic) -> FieldValue {
        let value = reader.table[field.code]
        if value.isNil { return .missing }
        if let partial = value.packed?.partialDate {
            if case .partialDate = field.type { return .partialDate(partial) }
            if let date = partial.exact, case .date = field.type { return .date(date) }
        }
        let plain =
            value.text.map(VietnameseText.normalized) ?? value.integer.map(String.init)
            ?? value.boolean.map { String($0) }
        guard let plain, let converted = FieldValue(plain: plain, as: field.type), converted.fits(field.type) else {
            throw reader.wrongType(
                field.code, value, "giá trị hợp với \(field.label)", "a value that fits \(field.code)")
        }
        return converted
    }

    /// The records as they are on a day: those that have begun by then.
    func snapshot(asOf: CalendarDate) -> Snapshot {
        var builder = SnapshotBuilder(asOf: asOf, version: DataVersion(0))
        for (kind, rows) in rows {
            for row in rows.sorted(by: { $0.id < $1.id }) where begun(row, kind, asOf) {
                builder.append(kind, id: row.id, values: row.values)
            }
        }
        return builder.build()
    }

    private func begun(_ row: Row, _ kind: RecordKind, _ asOf: CalendarDate) -> Bool {
        guard let from = RecordStart.day(of: row.values, kind: kind) else { return true }
        return from <= asOf
    }
}
