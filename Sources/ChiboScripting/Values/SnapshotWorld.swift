import ChiboLua
import ChiboModel

/// A snapshot as the bridge reads it: its columns, and those that follow from them, with what a script may not see left out.
final class SnapshotWorld {
    /// The records.
    let snapshot: Snapshot
    /// The fields' codes of each kind, in the order in which the bridge knows them.
    private(set) var fieldCodes: [LuaKind: [String]] = [:]

    /// What a script may see of it.
    let visibleFields: Visibility
    /// Which tones come first in lists.
    let tones: ToneOrder
    private let methods: [RecordKind: [String: LuaFunction]]
    private var identityRows: [Int: ColumnBuffer<Int32>] = [:]

    /// Prepares a snapshot for a script that may see what `visibility` says.
    init(
        _ snapshot: Snapshot, visibility: Visibility, methods: [RecordKind: [String: LuaFunction]],
        tones: ToneOrder
    ) {
        (self.snapshot, self.visibleFields, self.methods, self.tones) = (snapshot, visibility, methods, tones)
    }

    /// What the bridge mounts; the columns stay where they are as long as this object lives.
    func makeWorld() -> RecordWorld {
        var kinds: [RecordColumns] = []
        for table in snapshot.tables { kinds.append(columns(of: table)) }
        for structure in StructureField.all { kinds.append(columns(of: structure)) }
        for columns in kinds { fieldCodes[columns.kind] = columns.fields.map(\.name) }
        return RecordWorld(kinds: kinds, owner: self)
    }

    private var pool: ChiboLua.TextPool {
        unsafe ChiboLua.TextPool(
            offsets: snapshot.texts.offsets.withElements { unsafe $0 },
            bytes: snapshot.texts.bytes.withElements { unsafe $0 })
    }

    private func columns(of table: SnapshotTable) -> RecordColumns {
        let schema = Schema[table.kind]
        var fields = [unsafe RecordField("id", .text(table.ids.withElements { unsafe $0 }, pool))]
        for (index, field) in schema.fields.enumerated() where !field.code.contains(".") {
            fields.append(self.field(field, named: field.code, table.columns[index], of: table.kind))
        }
        for structure in StructureField.all where structure.owner == table.kind {
            let rows = identity(table.count)
            fields.append(
                unsafe RecordField(structure.name, .reference(structure.kind, rows.withElements { unsafe $0 })))
        }
        for relation in table.relations { fields.append(self.field(relation)) }
        for derived in schema.derived {
            let column = self.derived(derived.code, of: table.kind)
            fields.append(
                unsafe RecordField(derived.code, .integer32(column.withElements { unsafe $0 }), notesMissing: true))
        }
        for (name, function) in (methods[table.kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
            fields.append(unsafe RecordField(name, .method(function)))
        }
        return RecordColumns(kind: LuaKind(table.kind), rowCount: table.count, fields: fields)
    }

    private func columns(of structure: StructureField) -> RecordColumns {
        let table = snapshot[structure.owner]
        let prefix = structure.name + "."
        let fields = Schema[structure.owner].fields.enumerated().compactMap { index, field in
            field.code.hasPrefix(prefix)
                ? self.field(
                    field, named: String(field.code.dropFirst(prefix.count)), table.columns[index], of: structure.owner)
                : nil
        }
        return RecordColumns(kind: structure.kind, rowCount: table.count, fields: fields)
    }

    private func field(
        _ field: FieldDefinition, named name: String, _ column: ChiboModel.Column, of kind: RecordKind
    ) -> RecordField {
        guard visibleFields.shows(field) else { return unsafe RecordField(name, .denied) }
        return unsafe RecordField(name, storage(field.type, column), notesMissing: field.empty == .missing)
    }

    private func storage(_ type: FieldType, _ column: ChiboModel.Column) -> FieldStorage {
        switch column {
        case .wide(let buffer): return unsafe .integer64(buffer.withElements { unsafe $0 })
        case .narrow(let buffer):
            let elements = unsafe buffer.withElements { unsafe $0 }
            return switch type {
            case .text, .code: unsafe .text(elements, pool)
            case .boolean: unsafe .boolean(elements)
            case .date: unsafe .scalar(.date, elements)
            case .partialDate: unsafe .scalar(.partialDate, elements)
            case .reference(let target): unsafe .reference(LuaKind(target), elements)
            case .integer: unsafe .integer32(elements)
            }
        }
    }

    private func field(_ relation: Relation) -> RecordField {
        guard snapshot[relation.kind].isLoaded else { return unsafe RecordField(RelationName.of(relation), .denied) }
        return unsafe RecordField(
            RelationName.of(relation),
            .relation(
                LuaKind(relation.kind), offsets: relation.offsets.withElements { unsafe $0 },
                rows: relation.rows.withElements { unsafe $0 }))
    }

    /// The rows 0, 1, 2, …: a structure has the same rows as its record.
    private func identity(_ count: Int) -> ColumnBuffer<Int32> {
        if let rows = identityRows[count] { return rows }
        let rows = ColumnBuffer((0..<Int32(count)))
        identityRows[count] = rows
        return rows
    }

    /// Works out all columns that follow from others, before several states read them.
    static func derive(_ snapshot: Snapshot) {
        let world = SnapshotWorld(snapshot, visibility: Visibility(), methods: [:], tones: .cldr)
        for schema in Schema.all { for field in schema.derived { _ = world.derived(field.code, of: schema.kind) } }
    }

    /// The column of a value that follows from others, worked out once a snapshot.
    func derived(_ code: String, of kind: RecordKind) -> ColumnBuffer<Int32> {
        snapshot.derived(code, of: kind) { ColumnBuffer(DerivedFields.values(code, of: kind, in: snapshot)) }
    }
}

/// What a relation is called on the record that owns it.
enum RelationName {
    /// `members` of a unit, `children` of a unit's sub-units.
    static func of(_ relation: Relation) -> String {
        Schema[relation.kind].field(relation.field)?.inverse ?? relation.kind.plural
    }
}
