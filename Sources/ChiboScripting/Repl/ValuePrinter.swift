import ChiboLua
import ChiboModel

/// Shows a value at a prompt: records with their fields, collections with their count and first rows.
struct ValuePrinter {
    private let runtime: ScriptRuntime
    private static let rowLimit = 10
    private static let depthLimit = 4

    init(_ runtime: ScriptRuntime) { self.runtime = runtime }

    /// The value as a person reads it; what tells who somebody is stays out, as in every script.
    func show(_ value: LuaValue) -> String { show(value, depth: 0) }

    private func show(_ value: LuaValue, depth: Int) -> String {
        switch value {
        case .string(let text): depth == 0 ? text.text : "\"\(text.text)\""
        case .packed(let packed) where packed.kind.record != nil: depth == 0 ? record(packed) : brief(packed)
        case .rows(let rows): depth == 0 ? collection(rows) : "\(rows.count) \(kindName(rows.kind))"
        case .table(let table): self.table(table, depth: depth)
        default: (try? runtime.text(of: value)) ?? value.typeName
        }
    }

    private func kindName(_ kind: LuaKind) -> String { kind.record.map { $0.code } ?? "bản ghi" }

    private func brief(_ record: PackedValue) -> String {
        "\(kindName(record.kind)) \(runtime.label(of: record))"
    }

    private func record(_ record: PackedValue) -> String {
        guard let kind = record.kind.record, let world = runtime.worlds[record.generation] else { return "bản ghi" }
        let id = world.snapshot.id(of: record.row, in: kind)
        var lines = ["\(kind.code) \(id)"]
        for (index, field) in Schema[kind].fields.enumerated() where world.visibleFields.shows(field) {
            let value = world.snapshot.value(kind, row: record.row, field: index)
            if value == .missing { continue }
            lines.append("  \(field.code) = \(text(value, field, world.snapshot))  -- \(field.label)")
        }
        return lines.joined(separator: "\n")
    }

    private func text(_ value: FieldValue, _ field: FieldDefinition, _ snapshot: Snapshot) -> String {
        switch value {
        case .text(let text), .code(let text): return "\"\(text)\""
        case .date(let date): return date.vietnamese
        case .partialDate(let date): return date.vietnamese
        case .reference(let id):
            guard case .reference(let kind) = field.type else { return id.text }
            return "\(RecordLabels.label(of: id, kind, in: snapshot)) (\(id))"
        default: return value.plain ?? "nil"
        }
    }

    private func collection(_ rows: LuaRows) -> String {
        let all = rows.rows
        let shown = all.prefix(ValuePrinter.rowLimit).map { row in
            "  " + runtime.label(of: PackedValue(kind: rows.kind, generation: rows.generation, row: row))
        }
        let rest = all.count > shown.count ? ["  … \(all.count - shown.count) bản ghi nữa"] : []
        return (["\(all.count) \(kindName(rows.kind))"] + shown + rest).joined(separator: "\n")
    }

    private func table(_ table: LuaTable, depth: Int) -> String {
        if table.metatable == runtime.prelude.groups { return groups(table, depth: depth) }
        if table.metatable != nil || depth >= ValuePrinter.depthLimit {
            return (try? runtime.text(of: .table(table))) ?? "table"
        }
        let count = table.count
        let parts = table.pairs.compactMap { key, value -> String? in
            if case .function = value { return nil }
            if let index = key.integer, index >= 1, index <= count { return show(value, depth: depth + 1) }
            return "\(key.text ?? show(key, depth: depth + 1)) = \(show(value, depth: depth + 1))"
        }
        return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
    }

    private func groups(_ table: LuaTable, depth: Int) -> String {
        let keys = table["keys"].table?.list ?? []
        let values = table["values"].table?.list ?? []
        return zip(keys, values).map { "\(show($0, depth: 1)): \(show($1, depth: 1))" }.joined(separator: "\n")
    }
}
