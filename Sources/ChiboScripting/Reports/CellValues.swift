import ChiboDocument
import ChiboLua
import ChiboModel

/// Values of scripts as cells of a table, typed, so that each format can show them in its own way.
struct CellValues {
    let runtime: ScriptRuntime

    /// The cell of a value.
    func cell(_ value: LuaValue) throws -> Cell {
        switch value {
        case .nil: return .empty
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(Int(number))
        case .number(let number):
            guard let exact = ExactDecimal(number) else { return .text(try runtime.text(of: value)) }
            return .decimal(FixedDecimal(Int(exact.units), scale: exact.scale))
        case .string(let text): return .text(text.text)
        case .packed(let packed): return try cell(packed)
        case .table(let table) where table.metatable == runtime.prelude.share:
            guard let part = table["part"].integer, let whole = table["whole"].integer, whole > 0,
                let quotient = Quotient(Int(part), Int(whole))
            else { return .text("–") }
            return .percent(quotient)
        case .rows(let rows): return .integer(rows.count)
        default: return .text(try runtime.text(of: value))
        }
    }

    private func cell(_ packed: PackedValue) throws -> Cell {
        if let date = packed.date { return .date(date) }
        if let date = packed.partialDate { return .partialDate(date) }
        if packed == .nothing { return .empty }
        return .text(try runtime.text(of: .packed(packed)))
    }

    /// The cell of a field's value: codes with their labels, references by what people call them.
    func cell(_ value: FieldValue, field: FieldDefinition?, in snapshot: Snapshot) -> Cell {
        switch value {
        case .missing: return .empty
        case .text(let text): return .text(text)
        case .integer(let number): return .integer(Int(number))
        case .boolean(let flag): return .boolean(flag)
        case .date(let date): return .date(date)
        case .partialDate(let date): return .partialDate(date)
        case .code(let code):
            guard let field, case .code(let list) = field.type else { return .text(code) }
            return .code(code, label: list.label(of: code))
        case .reference(let id):
            guard let field, case .reference(let kind) = field.type else { return .text(id.text) }
            return .text(RecordLabels.label(of: id, kind, in: snapshot))
        }
    }
}
