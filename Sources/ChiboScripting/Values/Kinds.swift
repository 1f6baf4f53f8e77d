import ChiboLua
package import ChiboModel

/// The model's kinds of record; the binding has a type of the same name for what it is told about one.
package typealias RecordKind = ChiboModel.RecordKind

extension LuaKind {
    static let date = LuaKind(rawValue: 1)
    static let partialDate = LuaKind(rawValue: 2)
    static let months = LuaKind(rawValue: 3)
    static let days = LuaKind(rawValue: 4)
    static let none = LuaKind(rawValue: 5)
    static let period = LuaKind(rawValue: 6)

    private static let firstRecord: UInt8 = 16
    private static let firstStructure: UInt8 = 128

    /// The kind of a record in Lua.
    init(_ kind: RecordKind) { self.init(rawValue: LuaKind.firstRecord + kind.rawValue) }

    /// The kind of the n-th structure.
    init(structure index: Int) { self.init(rawValue: LuaKind.firstStructure + UInt8(index)) }

    /// The record's kind, nil for a scalar or a structure.
    var record: RecordKind? {
        rawValue >= LuaKind.firstRecord ? RecordKind(rawValue: rawValue - LuaKind.firstRecord) : nil
    }
}

extension PackedValue {
    static let nothing = PackedValue(kind: .none, payload: 0)

    init(_ date: CalendarDate) { self.init(kind: .date, payload: date.dayNumber) }
    init(_ date: PartialDate) { self.init(kind: .partialDate, payload: date.packed) }

    /// The day that it is, if it is one.
    var date: CalendarDate? { kind == .date ? CalendarDate(dayNumber: payload) : nil }

    /// The date that it is, whole or in part.
    var partialDate: PartialDate? {
        kind == .partialDate ? PartialDate(packed: payload) : date.map(PartialDate.init)
    }
}

/// Fields with a dot in their code, `destination.unit`: a script reads them through a structure, `transfer.destination`.
struct StructureField {
    /// The kind that has the structure.
    let owner: RecordKind
    /// The name before the dot.
    let name: String
    /// The structure's own kind.
    let kind: LuaKind
    /// The name of the structure's kind in messages.
    var label: String { "\(owner.code).\(name)" }

    /// All structures of the schema.
    static let all: [StructureField] = {
        var seen: [StructureField] = []
        for schema in Schema.all {
            for field in schema.fields {
                guard let dot = field.code.firstIndex(of: ".") else { continue }
                let name = String(field.code[..<dot])
                if seen.contains(where: { $0.owner == schema.kind && $0.name == name }) { continue }
                seen.append(StructureField(owner: schema.kind, name: name, kind: LuaKind(structure: seen.count)))
            }
        }
        return seen
    }()
}
